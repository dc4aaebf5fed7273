namespace Probe.Kernel;

/// <summary>A file of the kernel, kept open between passes: a pread costs less than half of open, read and close.</summary>
/// <remarks>
/// The kernel makes the text anew whenever it is read from the start. A descriptor to a thing that has gone answers
/// ENODEV or ESRCH for good, even when another thing takes the name: then it is opened again, once.
/// </remarks>
internal sealed class KernelFile(byte[] path, bool shortLines)
{
    private readonly Lock _lock = new();
    private int _descriptor = -1;

    /// <summary>When it was last read, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long LastUse { get; private set; } = Environment.TickCount64;

    /// <summary>Reads it whole.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int Read(KernelBuffer buffer)
    {
        lock (_lock)
        {
            LastUse = Environment.TickCount64;
            if (_descriptor >= 0 && Descriptors.ReadWhole(_descriptor, buffer, shortLines) == 0)
                return 0;
            Close();
            int errno = Descriptors.Open(path, out _descriptor);
            return errno == 0 ? Descriptors.ReadWhole(_descriptor, buffer, shortLines) : errno;
        }
    }

    /// <summary>Closes it; a later read opens it again.</summary>
    public void Release()
    {
        lock (_lock)
            Close();
    }

    private void Close()
    {
        Descriptors.Close(_descriptor);
        _descriptor = -1;
    }
}
