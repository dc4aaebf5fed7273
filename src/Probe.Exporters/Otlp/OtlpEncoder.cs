using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>How passes become requests.</summary>
public sealed record OtlpEncoding
{
    /// <summary>Whether counters and histograms are totals or what came since the pass before.</summary>
    public OtlpTemporality Temporality { get; init; }

    /// <summary>Where the attributes of processes, containers and pods go.</summary>
    public OtlpEntityAttributes EntityAttributes { get; init; }

    /// <summary>Bytes past which a request is split between two points. Receivers commonly take 4 MiB.</summary>
    public int MaxRequestLength { get; init; } = 3 << 20;
}

/// <summary>A request ready to be sent.</summary>
/// <param name="Body">An ExportMetricsServiceRequest in protobuf.</param>
/// <param name="Framed">The same behind gRPC's five bytes of frame.</param>
/// <param name="Points">Data points in it.</param>
public readonly record struct OtlpRequest(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Framed, int Points);

/// <summary>Encodes passes as OTLP, in protobuf's canonical order: the bytes are those Google.Protobuf would write.</summary>
/// <remarks>
/// Two passes over the cells: the first adds up the length of every message, the second writes. Names, units and attributes are encoded once,
/// with their column or their entity. What Probe says of itself goes with the host's numbers: who sends is the same resource.
/// Nothing is allocated once the buffers have grown. One thread at a time; what it returns holds until the next call.
/// </remarks>
public sealed class OtlpEncoder(OtlpEncoding encoding)
{
    private const int FrameLength = 5;

    private static readonly OtlpScope s_scope = new(OtlpScope.Version);

    private readonly RequestPlan _plan = new(s_scope) { MaxLength = encoding.MaxRequestLength };
    private readonly ResourceSet _resources = new();
    private readonly List<EncodedTable> _tables = [];
    private readonly Dictionary<Schema, EncodedTable> _known = [];
    private readonly List<OtlpRequest> _requests = [];
    private readonly List<int> _points = [];
    private byte[] _buffer = [];

    /// <summary>The requests of the last call.</summary>
    public ReadOnlySpan<OtlpRequest> Requests => CollectionsMarshal.AsSpan(_requests);

    /// <summary>Points that each pass of the last call had, in the call's order.</summary>
    public ReadOnlySpan<int> PointsOfPasses => CollectionsMarshal.AsSpan(_points);

    /// <summary>Bytes past which a request is split from now on, for a receiver that takes less than others.</summary>
    internal int MaxRequestLength
    {
        get => _plan.MaxLength;
        set => _plan.MaxLength = value;
    }

    /// <summary>Encodes one pass of each of some collectors. The passes must not change meanwhile: hold their leases.</summary>
    public ReadOnlySpan<OtlpRequest> Encode(ReadOnlySpan<Snapshot> snapshots, Resource host)
    {
        _resources.Begin(host);
        _tables.Clear();
        _points.Clear();
        for (int pass = 0; pass < snapshots.Length; pass++)
        {
            _points.Add(0);
            foreach (Table table in snapshots[pass].Tables)
                Load(table, snapshots[pass].Time, pass);
        }

        _plan.Make(_tables, _resources);
        Write();
        Unload();
        return Requests;
    }

    /// <summary>The passes last encoded have been sent: what comes next is compared with them.</summary>
    public void Acknowledge()
    {
        foreach (EncodedTable table in _tables)
            table.Acknowledge();
        _tables.Clear();
    }

    private void Load(Table table, Timestamp time, int pass)
    {
        if (table.Rows.IsEmpty || table.Schema.Columns.IsEmpty)
            return;
        if (!_known.TryGetValue(table.Schema, out EncodedTable? rows))
            _known[table.Schema] = rows = new EncodedTable(table.Schema, encoding.Temporality);
        bool isEntity = table.Schema.Scope is Scope.Process or Scope.Container or Scope.Pod;
        bool ownResources = isEntity && encoding.EntityAttributes == OtlpEntityAttributes.Resource;
        rows.Load(table, time, pass, resourceOnPoints: !ownResources);
        _resources.Add(_tables.Count, rows, ownResources);
        _tables.Add(rows);
    }

    private void Unload()
    {
        foreach (EncodedTable table in _tables)
        {
            CollectionsMarshal.AsSpan(_points)[table.Pass] += table.Points;
            table.Unload();
        }
    }

    private void Write()
    {
        int total = 0;
        foreach (ref readonly PlannedRequest request in _plan.Requests)
            total += FrameLength + request.Length;
        if (_buffer.Length < total)
            _buffer = GC.AllocateUninitializedArray<byte>(Math.Max(total, _buffer.Length + _buffer.Length / 2));
        _requests.Clear();
        int at = 0;
        for (int i = 0; i < _plan.Requests.Length; i++)
        {
            PlannedRequest request = _plan.Requests[i];
            _buffer[at] = 0;
            BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(at + 1), request.Length);
            WriteRequest(i, _buffer.AsSpan(at + FrameLength, request.Length));
            _requests.Add(new OtlpRequest(_buffer.AsMemory(at + FrameLength, request.Length), _buffer.AsMemory(at, FrameLength + request.Length), request.Points));
            at += FrameLength + request.Length;
        }
    }

    private void WriteRequest(int request, Span<byte> bytes)
    {
        var writer = new WireWriter(bytes);
        ReadOnlySpan<PlannedResource> resources = _plan.Resources(request);
        for (int i = 0; i < resources.Length; i++)
        {
            int resourceLength = _resources.Length(resources[i].Resource);
            writer.Length(Wire.Delimited(1), s_scope.ResourceMetricsLength(resourceLength, resources[i].MetricsLength));
            writer.Length(Wire.Delimited(1), resourceLength);
            _resources.Write(ref writer, resources[i].Resource);
            s_scope.WriteHead(ref writer, resources[i].MetricsLength);
            foreach (ref readonly PlannedMetric metric in _plan.Metrics(request, i))
                WriteMetric(ref writer, metric);
            s_scope.WriteTail(ref writer);
        }

        Debug.Assert(writer.Position == bytes.Length, "The plan's length is not what was written.");
    }

    private void WriteMetric(ref WireWriter writer, in PlannedMetric metric)
    {
        EncodedTable table = _tables[metric.Table];
        GroupBytes group = table.Groups[metric.Group];
        writer.Length(Wire.Delimited(2), group.MetricLength(metric.Length));
        writer.Raw(group.Head);
        writer.Length(group.DataTag, metric.Length + group.Tail.Length);
        var points = new PointWalk(table, group, metric);
        for (int left = metric.Points; left > 0; left--)
        {
            points.MoveNext(out int length);
            writer.Length(Wire.Delimited(1), length);
            if (group.Histogram is { } histogram)
                histogram.Write(ref writer, points.Head, points.Cells);
            else
                NumberPoint.Write(ref writer, points.Head, group.ValueTag, points.Cells[0]);
        }

        writer.Raw(group.Tail);
    }
}
