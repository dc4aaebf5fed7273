using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>What each whole block device does.</summary>
/// <remarks>
/// Source: <c>/proc/diskstats</c>; see the kernel's <c>admin-guide/iostats</c>. Sectors are 512 bytes whatever the disk's own are.
/// Left out are partitions, whose traffic is in their disk's, so that the disks add up; and loop and RAM devices that were never used.
/// Discards came with Linux 4.18, flushes with 5.5: before that they are unknown.
/// </remarks>
internal sealed class DiskCollector : ICollector
{
    private const int SectorSize = 512;

    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly KernelBuffer _names = new();
    private readonly NamedSet<BlockDevice> _devices;
    private readonly LastPass _lastPass;
    private bool _hasNames;

    public DiskCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _devices = new NamedSet<BlockDevice>(name => new BlockDevice(name, IsPartition(name), _lastPass.Time));
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_context.Kernel.TryRead("/proc/diskstats"u8, _text))
            return;
        Table disks = snapshot[Disk.Devices];
        var text = new FieldReader(_text.Span, "/proc/diskstats");
        _hasNames = false;
        _devices.Begin();
        while (text.TryReadLine(out FieldReader line))
            ReadDevice(ref line, disks);
        _devices.Sweep();
        _lastPass.End();
    }

    private void ReadDevice(ref FieldReader line, Table disks)
    {
        line.SkipWords(2);      // major and minor number
        BlockDevice? device = _devices.Meet(line.ReadWord());
        if (device is null || device.IsPartition)
            return;
        if (device.IsVirtual && line.Rest.IndexOfAnyExcept((byte)' ', (byte)'0') < 0)
            return;         // most hosts have eight of these
        Span<long> counts = stackalloc long[BlockDevice.Fields];
        counts.Fill(Cell.AbsentLong);
        line.ReadCounts(counts);
        if (device.IsVirtual && !counts.ContainsAnyExcept(0, Cell.AbsentLong))
            return;
        Fill(disks.Add(device.Take(counts, _lastPass.Time)), counts);
    }

    private static void Fill(Table.Row row, ReadOnlySpan<long> counts)
    {
        row.Set(Disk.ReadOperations, counts[0]);
        row.Set(Disk.ReadMerged, counts[1]);
        row.Set(Disk.ReadIo, Numbers.Scale(counts[2], SectorSize));
        row[Disk.ReadOperationTime] = Numbers.Divide(counts[3], 1000);
        row.Set(Disk.WriteOperations, counts[4]);
        row.Set(Disk.WriteMerged, counts[5]);
        row.Set(Disk.WriteIo, Numbers.Scale(counts[6], SectorSize));
        row[Disk.WriteOperationTime] = Numbers.Divide(counts[7], 1000);
        row.Set(Disk.Pending, counts[8]);
        row[Disk.IoTime] = Numbers.Divide(counts[9], 1000);
        row[Disk.WeightedIoTime] = Numbers.Divide(counts[10], 1000);
        row.Set(Disk.DiscardOperations, counts[11]);
        row.Set(Disk.DiscardMerged, counts[12]);
        row.Set(Disk.DiscardIo, Numbers.Scale(counts[13], SectorSize));
        row[Disk.DiscardTime] = Numbers.Divide(counts[14], 1000);
        row.Set(Disk.FlushOperations, counts[15]);
        row[Disk.FlushTime] = Numbers.Divide(counts[16], 1000);
    }

    /// <summary>Whether a device is part of another: only whole ones stand in <c>/sys/block</c>, where a slash in a name is an exclamation mark.</summary>
    private bool IsPartition(string name)
    {
        if (!_hasNames && !_context.Kernel.TryList("/sys/block"u8, _names))
            return false;
        _hasNames = true;
        byte[] folder = System.Text.Encoding.UTF8.GetBytes(name.Replace('/', '!'));
        var names = new KernelNames(_names.Span);
        while (names.TryRead(out ReadOnlySpan<byte> whole))
        {
            if (whole.SequenceEqual(folder))
                return false;
        }

        return true;
    }
}
