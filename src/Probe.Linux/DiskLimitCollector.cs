using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How large block devices are, and what their queues hold.</summary>
/// <remarks>
/// Sources: of each device below <c>/sys/block</c>, <c>size</c> (sectors of 512 bytes), <c>ro</c>, <c>inflight</c>, <c>queue/nr_requests</c>,
/// <c>queue/read_ahead_kb</c>, and a SCSI device's <c>device/ioerr_cnt</c> and <c>iotmo_cnt</c> in hexadecimal; see the kernel's
/// <c>ABI/stable/sysfs-block</c>. A device of size 0 holds nothing (an unused loop, an empty drive) and has no row.
/// </remarks>
internal sealed class DiskLimitCollector : ICollector
{
    private readonly CollectorContext _context;
    private readonly KernelBuffer _names = new();
    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Device> _devices;
    private readonly LastPass _lastPass;

    public DiskLimitCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _devices = new NamedSet<Device>(name => new Device(name, _lastPass.Time));
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_context.Kernel.TryList("/sys/block"u8, _names))
            return;
        Table table = snapshot[Disk.Limits];
        var names = new KernelNames(_names.Span);
        _devices.Begin();
        while (names.TryRead(out ReadOnlySpan<byte> name))
        {
            if (_devices.Meet(name) is { } device)
                AddDevice(device, table);
        }

        _devices.Sweep();
        _lastPass.End();
    }

    private void AddDevice(Device device, Table table)
    {
        if (!_context.Kernel.TryReadValue(device.Size, _text, out long sectors) || sectors <= 0)
            return;
        long errors = ReadHex(device.Errors), timeouts = ReadHex(device.Timeouts);
        if (device.Counters.Fell([errors, timeouts]))
            device.BeginAnew(_lastPass.Time);
        Table.Row row = table.Add(device.Entity);
        row.Set(Disk.Limit, Numbers.Scale(sectors, 512));
        row.Set(Disk.ErrorScsiErrors, errors);
        row.Set(Disk.TimeoutScsiErrors, timeouts);
        AddQueue(device, row);
        if (table.Wants(Disk.ReadOnly))
            row.Set(Disk.ReadOnly, ReadCount(device.ReadOnly));
        if (table.Wants(Disk.QueueReadAhead))
            row.Set(Disk.QueueReadAhead, Numbers.Scale(ReadCount(device.ReadAhead), 1024));
    }

    private void AddQueue(Device device, Table.Row row)
    {
        row.Set(Disk.QueueLimit, ReadCount(device.Requests));
        if (!_context.Kernel.TryRead(device.Inflight, _text))
            return;
        var text = new FieldReader(_text.Span, "inflight");
        if (text.TryReadLine(out FieldReader line) && line.TryReadCount(out long reads) && line.TryReadCount(out long writes))
        {
            row.Set(Disk.ReadQueueInflight, reads);
            row.Set(Disk.WriteQueueInflight, writes);
        }
    }

    private long ReadCount(byte[] name) =>
        _context.Kernel.TryReadValue(name, _text, out long value) && value >= 0 ? value : Cell.AbsentLong;

    private long ReadHex(byte[] name)
    {
        if (!_context.Kernel.TryRead(name, _text))
            return Cell.AbsentLong;
        var text = new FieldReader(_text.Span, "device");
        return text.TryReadLine(out FieldReader line) && line.TryReadHex(out ulong value) && value <= long.MaxValue
            ? (long)value
            : Cell.AbsentLong;
    }

    /// <summary>A device between passes.</summary>
    private sealed class Device(string name, Timestamp since)
    {
        public readonly CounterMemory Counters = new(2);
        public readonly byte[] Size = NameOf(name, "size");
        public readonly byte[] ReadOnly = NameOf(name, "ro");
        public readonly byte[] Inflight = NameOf(name, "inflight");
        public readonly byte[] Requests = NameOf(name, "queue/nr_requests");
        public readonly byte[] ReadAhead = NameOf(name, "queue/read_ahead_kb");
        public readonly byte[] Errors = NameOf(name, "device/ioerr_cnt");
        public readonly byte[] Timeouts = NameOf(name, "device/iotmo_cnt");

        public Entity Entity { get; private set; } = MakeEntity(name, since);

        public void BeginAnew(Timestamp after) => Entity = MakeEntity(name, after);

        private static byte[] NameOf(string name, string file) => Encoding.UTF8.GetBytes($"/sys/block/{name}/{file}");

        // In sysfs a slash in a device's name is an exclamation mark.
        private static Entity MakeEntity(string name, Timestamp since) => new(Disk.Limits, since, name.Replace('!', '/'));
    }
}
