namespace Probe.Commands;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Good = 0;

    /// <summary>What was asked for failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The settings make no sense; the service manager must not start us again before they are mended.</summary>
    public const int BadConfiguration = 78;
}
