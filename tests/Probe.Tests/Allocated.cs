namespace Probe.Tests;

/// <summary>Bytes that a piece of code allocates on its own thread once it is warm.</summary>
internal static class Allocated
{
    public static long By(Action action)
    {
        for (int i = 0; i < 50; i++)
            action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
