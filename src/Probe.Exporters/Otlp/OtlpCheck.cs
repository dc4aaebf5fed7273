namespace Probe.Exporters.Otlp;

/// <summary>Asks a receiver whether it would take a push, by sending it one of nothing.</summary>
/// <param name="Target">Where it went.</param>
/// <param name="IsTaken">True where the receiver took it.</param>
/// <param name="IsNobodyThere">True where nothing listens at the receiver's port.</param>
/// <param name="Reason">Why it was not taken; empty where it was.</param>
public sealed record OtlpCheck(Uri Target, bool IsTaken, bool IsNobodyThere, string Reason)
{
    // An export request of no resources is no bytes; gRPC's frame says so in five.
    private static readonly OtlpRequest s_nothing = new(ReadOnlyMemory<byte>.Empty, new byte[5], 0);

    /// <summary>Sends nothing, once, with the headers, TLS and time-out of the settings.</summary>
    public static Task<OtlpCheck> TryAsync(OtlpOptions options, TimeProvider clock, CancellationToken stop) => TryAsync(options, clock, network: null, stop);

    internal static async Task<OtlpCheck> TryAsync(OtlpOptions options, TimeProvider clock, HttpMessageHandler? network, CancellationToken stop)
    {
        using var transport = new OtlpTransport(options, clock, network);
        PushResult result = await transport.SendAsync(s_nothing, stop).ConfigureAwait(false);
        return new OtlpCheck(transport.Target, result.Outcome == PushOutcome.Accepted, result.IsNobodyThere, result.Reason);
    }
}
