using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>What came to a table's counters and histograms since the pass that was sent before.</summary>
internal sealed class DeltaTable
{
    /// <summary>One column's differences, laid as the table's own cells are.</summary>
    public ReadOnlySpan<long> Cells(Column column) => throw new NotSupportedException(column.ToString());

    /// <summary>When the row's differences began to add up.</summary>
    public long Start(int row) => throw new NotSupportedException(row.ToString());
}
