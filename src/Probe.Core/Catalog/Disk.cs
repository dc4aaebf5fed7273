using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What block devices do.</summary>
public static class Disk
{
    /// <summary>Bytes read from and written to a block device.</summary>
    public static readonly Instrument Io = Instrument.Counter("system.disk.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to a block device.")
        .From("/proc/diskstats fields 6,10 (x512)");

    /// <summary><see cref="Io"/> of <c>read</c>.</summary>
    public static readonly Column ReadIo = Io.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Io"/> of <c>write</c>.</summary>
    public static readonly Column WriteIo = Io.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Reads and writes a block device completed.</summary>
    public static readonly Instrument Operations = Instrument.Counter("system.disk.operations", Unit.Of("operation"), NumberType.Long,
        "Reads and writes a block device completed.")
        .From("/proc/diskstats fields 4,8");

    /// <summary><see cref="Operations"/> of <c>read</c>.</summary>
    public static readonly Column ReadOperations = Operations.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Operations"/> of <c>write</c>.</summary>
    public static readonly Column WriteOperations = Operations.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Requests merged into a neighbor before they reached the device.</summary>
    public static readonly Instrument Merged = Instrument.Counter("system.disk.merged", Unit.Of("operation"), NumberType.Long,
        "Requests merged into a neighbor before they reached the device.")
        .From("/proc/diskstats fields 5,9").On(Systems.Linux);

    /// <summary><see cref="Merged"/> of <c>read</c>.</summary>
    public static readonly Column ReadMerged = Merged.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Merged"/> of <c>write</c>.</summary>
    public static readonly Column WriteMerged = Merged.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Time reads and writes took, waiting in the queue included, summed over requests.</summary>
    public static readonly Instrument OperationTime = Instrument.Counter("system.disk.operation_time", Unit.Seconds, NumberType.Double,
        "Time reads and writes took, waiting in the queue included, summed over requests.")
        .From("/proc/diskstats fields 7,11 (ms)").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd);

    /// <summary><see cref="OperationTime"/> of <c>read</c>.</summary>
    public static readonly Column ReadOperationTime = OperationTime.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="OperationTime"/> of <c>write</c>.</summary>
    public static readonly Column WriteOperationTime = OperationTime.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Time a block device had at least one request in flight.</summary>
    public static readonly Column IoTime = Instrument.Counter("system.disk.io_time", Unit.Seconds, NumberType.Double,
        "Time a block device had at least one request in flight.")
        .From("/proc/diskstats field 13 (ms)").On(Systems.Linux | Systems.Bsd);

    /// <summary>Time requests were in flight, summed over requests.</summary>
    public static readonly Column WeightedIoTime = Instrument.Counter("system.disk.weighted_io_time", Unit.Seconds, NumberType.Double,
        "Time requests were in flight, summed over requests.")
        .From("/proc/diskstats field 14 (ms)").On(Systems.Linux);

    /// <summary>Requests in flight at the moment.</summary>
    public static readonly Column Pending = Instrument.UpDownCounter("system.disk.operation.pending", Unit.Of("operation"), NumberType.Long,
        "Requests in flight at the moment.")
        .From("/proc/diskstats field 12").On(Systems.Linux | Systems.FreeBsd | Systems.OpenBsd);

    /// <summary>Bytes discarded.</summary>
    public static readonly Column DiscardIo = Instrument.Counter("system.disk.discard.io", Unit.Bytes, NumberType.Long,
        "Bytes discarded.")
        .From("/proc/diskstats field 17 (x512)").On(Systems.Linux);

    /// <summary>Discards completed.</summary>
    public static readonly Column DiscardOperations = Instrument.Counter("system.disk.discard.operations", Unit.Of("operation"), NumberType.Long,
        "Discards completed.")
        .From("/proc/diskstats field 15").On(Systems.Linux);

    /// <summary>Discards merged into a neighbor.</summary>
    public static readonly Column DiscardMerged = Instrument.Counter("system.disk.discard.merged", Unit.Of("operation"), NumberType.Long,
        "Discards merged into a neighbor.")
        .From("/proc/diskstats field 16").On(Systems.Linux);

    /// <summary>Time discards took, summed over requests.</summary>
    public static readonly Column DiscardTime = Instrument.Counter("system.disk.discard.time", Unit.Seconds, NumberType.Double,
        "Time discards took, summed over requests.")
        .From("/proc/diskstats field 18 (ms)").On(Systems.Linux);

    /// <summary>Cache flushes completed.</summary>
    public static readonly Column FlushOperations = Instrument.Counter("system.disk.flush.operations", Unit.Of("operation"), NumberType.Long,
        "Cache flushes completed.")
        .From("/proc/diskstats field 19").On(Systems.Linux);

    /// <summary>Time cache flushes took, summed over requests.</summary>
    public static readonly Column FlushTime = Instrument.Counter("system.disk.flush.time", Unit.Seconds, NumberType.Double,
        "Time cache flushes took, summed over requests.")
        .From("/proc/diskstats field 20 (ms)").On(Systems.Linux);

    /// <summary>Share of the time between two passes that a block device had a request in flight.</summary>
    public static readonly Column UtilizationRatio = Instrument.Gauge("system.disk.utilization", Unit.One, NumberType.Double,
        "Share of the time between two passes that a block device had a request in flight.")
        .From("delta(system.disk.io_time)/elapsed").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Size of a block device.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("system.disk.limit", Unit.Bytes, NumberType.Long,
        "Size of a block device.")
        .From("/sys/block/*/size (x512)");

    /// <summary>1 where a block device refuses writes, else 0.</summary>
    public static readonly Column ReadOnly = Instrument.UpDownCounter("system.disk.read_only", Unit.One, NumberType.Long,
        "1 where a block device refuses writes, else 0.")
        .From("/sys/block/*/ro").On(Systems.Linux).Optional();

    /// <summary>Reads and writes issued to the driver and not yet completed.</summary>
    public static readonly Instrument QueueInflight = Instrument.UpDownCounter("system.disk.queue.inflight", Unit.Of("request"), NumberType.Long,
        "Reads and writes issued to the driver and not yet completed.")
        .From("/sys/block/*/inflight").On(Systems.Linux);

    /// <summary><see cref="QueueInflight"/> of <c>read</c>.</summary>
    public static readonly Column ReadQueueInflight = QueueInflight.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="QueueInflight"/> of <c>write</c>.</summary>
    public static readonly Column WriteQueueInflight = QueueInflight.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Requests that a block device's queue can hold.</summary>
    public static readonly Column QueueLimit = Instrument.UpDownCounter("system.disk.queue.limit", Unit.Of("request"), NumberType.Long,
        "Requests that a block device's queue can hold.")
        .From("/sys/block/*/queue/nr_requests").On(Systems.Linux);

    /// <summary>Bytes the kernel reads ahead of a sequential reader.</summary>
    public static readonly Column QueueReadAhead = Instrument.UpDownCounter("system.disk.queue.read_ahead", Unit.Bytes, NumberType.Long,
        "Bytes the kernel reads ahead of a sequential reader.")
        .From("/sys/block/*/queue/read_ahead_kb").On(Systems.Linux).Optional();

    /// <summary>SCSI commands that ended in an error or a time-out.</summary>
    public static readonly Instrument ScsiErrors = Instrument.Counter("system.disk.scsi.errors", Unit.Of("error"), NumberType.Long,
        "SCSI commands that ended in an error or a time-out.")
        .From("/sys/block/*/device/{ioerr_cnt,iotmo_cnt} (hex)").On(Systems.Linux);

    /// <summary><see cref="ScsiErrors"/> of <c>error</c>.</summary>
    public static readonly Column ErrorScsiErrors = ScsiErrors.At((Attributes.SystemDiskScsiError, "error"));

    /// <summary><see cref="ScsiErrors"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutScsiErrors = ScsiErrors.At((Attributes.SystemDiskScsiError, "timeout"));

    /// <summary>Table <c>disk</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Devices = new("disk", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ReadIo, WriteIo, ReadOperations, WriteOperations, ReadMerged, WriteMerged, ReadOperationTime,
            WriteOperationTime, IoTime, WeightedIoTime, Pending, DiscardIo, DiscardOperations, DiscardMerged, DiscardTime,
            FlushOperations, FlushTime], Scope.Host);

    /// <summary>Table <c>disk.utilization</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Utilization = new("disk.utilization", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [UtilizationRatio], Scope.Host);

    /// <summary>Table <c>disk.limits</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Limits = new("disk.limits", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [Limit, ReadOnly, ReadQueueInflight, WriteQueueInflight, QueueLimit, QueueReadAhead, ErrorScsiErrors,
            TimeoutScsiErrors], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Devices, Utilization, Limits];
}
