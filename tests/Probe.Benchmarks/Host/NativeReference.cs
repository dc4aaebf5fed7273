using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Probe.Benchmarks.Host;

/// <summary>The C program that reads the same files and parses nothing; see <c>native/pread.c</c>.</summary>
internal sealed class NativeReference : IDisposable
{
    private readonly Process _process;

    public NativeReference(string program) => _process =
        Process.Start(new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>What each of so many passes took, in nanoseconds.</summary>
    public long[] Measure(bool cold, int passes)
    {
        _process.StandardInput.Write($"{(cold ? "cold" : "hot")} {passes}\n");
        _process.StandardInput.Flush();
        long[] took = new long[passes];
        _process.StandardOutput.BaseStream.ReadExactly(MemoryMarshal.AsBytes(took.AsSpan()));
        return took;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
