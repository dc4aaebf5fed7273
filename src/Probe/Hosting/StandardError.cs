using Probe.Hosting.Interop;

namespace Probe.Hosting;

/// <summary>Where log lines go: standard error, written to only when that can't block.</summary>
/// <remarks>
/// A pipe that is ready takes up to <see cref="LongestLine"/> bytes at once (PIPE_BUF), so a line is whole or not there at all. What can't be
/// written is dropped and counted: no log is worth a missed pass.
/// </remarks>
internal sealed unsafe class StandardError
{
    /// <summary>Longest line, its newline included, in bytes.</summary>
    public const int LongestLine = 4096;

    private readonly int _descriptor;

    /// <param name="descriptor">Standard error; a test's own pipe.</param>
    public StandardError(int descriptor = Libc.StandardError) => _descriptor = descriptor == Libc.StandardError && !IsInherited(descriptor) ? -1 : descriptor;

    /// <summary>True where the journal reads it: the journal says so to those it reads.</summary>
    public static bool IsJournal
    {
        get
        {
            string? stream = Environment.GetEnvironmentVariable("JOURNAL_STREAM");      // device:inode of the journal's socket
            string? inode = stream?[(stream.IndexOf(':') + 1)..];
            return inode is not null && ReadLink() == $"socket:[{inode}]";
        }
    }

    /// <summary>Writes a line if that can be done at once.</summary>
    public bool TryWrite(ReadOnlySpan<byte> line)
    {
        var request = new Libc.PollRequest { Descriptor = _descriptor, Events = Libc.Writable };
        if (_descriptor < 0 || Libc.Poll(&request, 1, timeoutMs: 0) != 1 || (request.Returned & Libc.Writable) == 0)
            return false;
        fixed (byte* bytes = line)
            return Libc.Write(_descriptor, bytes, line.Length) == line.Length;
    }

    // Where our parent closed it, the number belongs to whatever file we opened first; those close on exec, what is inherited does not.
    private static bool IsInherited(int descriptor) => (Libc.Control(descriptor, Libc.GetDescriptorFlags) & Libc.CloseOnExec) == 0;

    private static string? ReadLink()
    {
        try
        {
            return new FileInfo("/proc/self/fd/2").LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
