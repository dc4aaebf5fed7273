using Probe.Kernel;

namespace Probe.Linux;

/// <summary>The heading of a table with a column for each processor: <c>CPU0 CPU1 CPU3</c>.</summary>
internal sealed class ProcessorHeading
{
    /// <summary>The processors of the columns, in order.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Reads a heading.</summary>
    /// <exception cref="KernelFormatException">It names something that is no processor.</exception>
    public void Read(ref FieldReader line)
    {
        Numbers.Clear();
        while (!line.AtEnd)
        {
            if (!line.TrySkip("CPU"u8))
                throw line.Expected("a processor");
            long number = line.ReadCount();
            if (number is < 0 or >= PerProcessor.Most)
                throw line.Expected("a processor's number");
            Numbers.Add((int)number);
        }
    }
}
