namespace Probe.Kernel;

/// <summary>Where facts come from. Names are paths: /proc/stat is a file, /sysctl/kern.cp_times a sysctl, /statvfs/var a call.</summary>
/// <remarks>A source may be asked from several threads at once; a buffer belongs to one of them.</remarks>
public interface IKernelSource
{
    /// <summary>Reads all bytes of that name into the buffer.</summary>
    /// <returns>False when it is not there, gone, or forbidden: <see cref="KernelBuffer.Refusal"/> says which. That is an answer, not a failure.</returns>
    /// <exception cref="IOException">The kernel failed in any other way.</exception>
    bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer);

    /// <summary>Lists the names below that name, each ended by a NUL, in no order.</summary>
    /// <returns>As <see cref="TryRead"/>.</returns>
    /// <exception cref="IOException">As <see cref="TryRead"/>.</exception>
    bool TryList(ReadOnlySpan<byte> name, KernelBuffer names);
}
