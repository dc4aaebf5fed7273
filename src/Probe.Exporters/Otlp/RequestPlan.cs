using System.Runtime.InteropServices;
using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>One request as planned: which resources, and how long it is to the byte.</summary>
internal struct PlannedRequest
{
    public int FirstResource;
    public int Length;
    public int Points;
}

/// <summary>A ResourceMetrics message: its metrics, and their length together.</summary>
internal struct PlannedResource
{
    public int Resource;
    public int FirstMetric;
    public int MetricsLength;
}

/// <summary>A Metric message: some points of one group of columns, over one block of rows.</summary>
internal struct PlannedMetric
{
    public int Table;
    public int Group;
    public int From;
    public int To;

    /// <summary>The column and the row of the first point: a request may begin amid a metric.</summary>
    public int FirstColumn;
    public int FirstRow;
    public int Points;

    /// <summary>Bytes of the points, tags and lengths included.</summary>
    public int Length;
}

/// <summary>First pass of the encoding: what goes into which request, and the length of every message.</summary>
internal sealed class RequestPlan(OtlpScope scope)
{
    /// <summary>Generous room for the tags and lengths of the messages around a metric's points.</summary>
    private const int Wrapping = 64;

    private readonly List<PlannedRequest> _requests = [];
    private readonly List<PlannedResource> _planned = [];
    private readonly List<PlannedMetric> _metrics = [];
    private List<EncodedTable> _tables = null!;
    private ResourceSet _resources = null!;
    private int _used;

    /// <summary>Bytes past which a request is split between two points.</summary>
    public int MaxLength { get; set; }

    public ReadOnlySpan<PlannedRequest> Requests => CollectionsMarshal.AsSpan(_requests);

    /// <summary>The resources of a request.</summary>
    public ReadOnlySpan<PlannedResource> Resources(int request) =>
        Slice(_planned, Requests[request].FirstResource, request + 1 < _requests.Count ? Requests[request + 1].FirstResource : _planned.Count);

    /// <summary>The metrics of one of a request's resources.</summary>
    public ReadOnlySpan<PlannedMetric> Metrics(int request, int resource)
    {
        int planned = Requests[request].FirstResource + resource;
        return Slice(_metrics, _planned[planned].FirstMetric, planned + 1 < _planned.Count ? _planned[planned + 1].FirstMetric : _metrics.Count);
    }

    public void Make(List<EncodedTable> tables, ResourceSet resources)
    {
        (_tables, _resources) = (tables, resources);
        _requests.Clear();
        _planned.Clear();
        _metrics.Clear();
        OpenRequest();
        for (int resource = 0; resource < resources.Count; resource++)
        {
            OpenResource(resource);
            for (int block = resources[resource].FirstBlock; block >= 0; block = resources.Block(block).Next)
                AddBlock(resources.Block(block));
            CloseResource();
        }

        CloseRequest();
    }

    private void AddBlock(in RowBlock block)
    {
        EncodedTable table = _tables[block.Table];
        for (int group = 0; group < table.Groups.Length; group++)
        {
            var metric = new PlannedMetric { Table = block.Table, Group = group, From = block.From, To = block.From + block.Count, FirstRow = block.From };
            AddGroup(table, table.Groups[group], ref metric);
            CloseMetric(metric);
        }
    }

    private void AddGroup(EncodedTable table, GroupBytes group, ref PlannedMetric metric)
    {
        _used += group.Head.Length + group.Tail.Length + Wrapping;
        var points = new PointWalk(table, group, metric);
        while (points.MoveNext(out int length))
        {
            int field = Wire.Field(length);
            if (_used + field > MaxLength && (metric.Points > 0 || HasPoints))
                Split(group, ref metric, points.Column, points.Row);
            metric.Points++;
            metric.Length += field;
            _used += field;
        }
    }

    private bool HasPoints => _requests[^1].Points > 0;

    private void Split(GroupBytes group, ref PlannedMetric metric, int column, int row)
    {
        int resource = _planned[^1].Resource;
        CloseMetric(metric);
        CloseResource();
        CloseRequest();
        OpenRequest();
        OpenResource(resource);
        _used += group.Head.Length + group.Tail.Length + Wrapping;
        metric = metric with { FirstColumn = column, FirstRow = row, Points = 0, Length = 0 };
    }

    private void OpenRequest()
    {
        _requests.Add(new PlannedRequest { FirstResource = _planned.Count });
        _used = 0;
    }

    private void OpenResource(int resource)
    {
        _planned.Add(new PlannedResource { Resource = resource, FirstMetric = _metrics.Count });
        _used += _resources.Length(resource) + scope.Length + Wrapping;
    }

    private void CloseMetric(in PlannedMetric metric)
    {
        if (metric.Points == 0)
            return;
        _metrics.Add(metric);
        CollectionsMarshal.AsSpan(_planned)[^1].MetricsLength += Wire.Field(_tables[metric.Table].Groups[metric.Group].MetricLength(metric.Length));
        CollectionsMarshal.AsSpan(_requests)[^1].Points += metric.Points;
        _tables[metric.Table].Points += metric.Points;
    }

    private void CloseResource()
    {
        PlannedResource planned = _planned[^1];
        if (planned.MetricsLength == 0)
            _planned.RemoveAt(_planned.Count - 1);
        else
            CollectionsMarshal.AsSpan(_requests)[^1].Length += Wire.Field(scope.ResourceMetricsLength(_resources.Length(planned.Resource), planned.MetricsLength));
    }

    private void CloseRequest()
    {
        if (!HasPoints)
            _requests.RemoveAt(_requests.Count - 1);
    }

    private static ReadOnlySpan<T> Slice<T>(List<T> list, int from, int to) => CollectionsMarshal.AsSpan(list)[from..to];
}

/// <summary>Walks the points of a metric, column by column, and leaves out those without a value.</summary>
internal ref struct PointWalk
{
    private readonly EncodedTable _table;
    private readonly GroupBytes _group;
    private readonly Span<EncodedRow> _rows;
    private readonly int _from;
    private readonly int _to;
    private readonly int _cellsPerRow;
    private int _columnLength;
    private ReadOnlySpan<long> _cells;

    public PointWalk(EncodedTable table, GroupBytes group, in PlannedMetric metric)
    {
        _table = table;
        _group = group;
        _rows = table.Rows;
        (_from, _to) = (metric.From, metric.To);
        _cellsPerRow = group.Instrument.Cells;
        Column = metric.FirstColumn;
        Row = metric.FirstRow - 1;
        Enter();
    }

    /// <summary>The point's column, by its place in the group.</summary>
    public int Column { get; private set; }

    /// <summary>The point's row, by its place in the order of the encoded table.</summary>
    public int Row { get; private set; }

    public readonly ReadOnlySpan<long> Cells => _cells.Slice(_rows[Row].Index * _cellsPerRow, _cellsPerRow);

    public readonly PointHead Head => new(_table.Start(_group, _rows[Row]), _table.Time, _group.ColumnAttributes[Column], _rows[Row]);

    /// <summary>Goes to the next point that has a value, and tells its length.</summary>
    public bool MoveNext(out int length)
    {
        while (true)
        {
            if (++Row < _to && !_cells.IsEmpty)
            {
                length = Length(in _rows[Row]);
                if (length >= 0)
                    return true;
                continue;
            }

            if (++Column >= _group.Columns.Length)
            {
                length = 0;
                return false;
            }

            Row = _from - 1;
            Enter();
        }
    }

    private void Enter()
    {
        Column column = _group.Columns[Column];
        _cells = _table.Wants(column) ? _table.Cells(column, _group.IsDelta) : [];
        _columnLength = _group.ColumnAttributes[Column].Length;
    }

    private readonly int Length(in EncodedRow row)
    {
        int head = PointHead.TimesLength(_table.Start(_group, row), _table.Time) + _columnLength + row.AttributesLength;
        if (_group.Histogram is { } histogram)
        {
            int value = histogram.ValueLength(_cells.Slice(row.Index * _cellsPerRow, _cellsPerRow));
            return value < 0 ? -1 : head + value;
        }

        return _group.IsAbsent(_cells[row.Index]) ? -1 : NumberPoint.Length(head);
    }
}
