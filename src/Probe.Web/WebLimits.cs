namespace Probe.Web;

/// <summary>What a client may take of us at most. Constants of the product; tests choose shorter ones.</summary>
internal sealed record WebLimits
{
    public static readonly WebLimits Default = new();

    /// <summary>Connections at once. One more takes the place of the one that has waited longest.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>Bytes of a request's line and headers.</summary>
    public int HeadSize { get; init; } = 8 * 1024;

    /// <summary>From a request's first byte to the end of its head; also for a TLS handshake and for the first byte of a new connection.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two requests: longer than a usual scrape interval, so that a scraper keeps its connection.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For a client to take a whole reply.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a client to close its side after a reply that ends the connection.</summary>
    public TimeSpan LingerTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two tries to take a port that another holds.</summary>
    public TimeSpan RetryTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a reply may be given again while nothing new has been collected.</summary>
    public TimeSpan ReplyTime { get; init; } = TimeSpan.FromSeconds(1);
}
