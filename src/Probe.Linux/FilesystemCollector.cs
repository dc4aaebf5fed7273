using System.Runtime.InteropServices;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Linux.Interop;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How full each mounted filesystem is.</summary>
/// <remarks>
/// Source: <c>/proc/1/mountinfo</c>, the first process's view, and fstatfs(2) by way of <c>/statfs</c> and <c>/statfs-remote</c>, whose
/// answer may never come: then the mount has no space in this pass, and is marked. Those that a program or another machine answers for have
/// threads of their own, so that however many of them hang, a local disk is still asked. An answer from another filesystem than the
/// table's (a private folder of our own stands there) counts as none.
/// </remarks>
internal sealed class FilesystemCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly KernelBuffer _state = new();
    private readonly Dictionary<string, HistogramRecorder> _durations = [];
    private byte[] _parsed = [];
    private List<MountedFilesystem> _filesystems = [];
    private List<(Entity Type, int Mounts)> _counts = [];
    private List<(Entity Type, HistogramRecorder Durations)> _types = [];

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/1/mountinfo"u8, _text))
            return;
        if (!_text.Span.SequenceEqual(_parsed))
            Parse();
        foreach ((Entity type, int mounts) in _counts)
            snapshot[Filesystems.Counts].Add(type).Set(Filesystems.MountCount, mounts);
        foreach (MountedFilesystem filesystem in _filesystems)
            Ask(filesystem, snapshot);
        if (!snapshot[Filesystems.Durations].WantsAny)
            return;
        foreach ((Entity type, HistogramRecorder durations) in _types)
            durations.CopyTo(snapshot[Filesystems.Durations].Add(type).Cells(Filesystems.StatDuration));
    }

    private void Ask(MountedFilesystem filesystem, Snapshot snapshot)
    {
        long started = context.Clock.GetTimestamp();
        bool answered = context.Kernel.TryRead(filesystem.Name, _state);
        filesystem.Durations.Record(context.Clock.GetElapsedTime(started).TotalSeconds);
        snapshot[Filesystems.Stalls].Add(filesystem.Stall).Set(Filesystems.Stalled, _state.Refusal == Refusal.Stalled ? 1 : 0);
        Table.Row row = snapshot[Filesystems.Mounts].Add(filesystem.Entity);
        row.Set(Filesystems.ReadOnly, filesystem.Mount.IsReadOnly ? 1 : 0);
        if (answered && _state.Span.Length == Marshal.SizeOf<FilesystemState>())
            Fill(row, filesystem.Mount, MemoryMarshal.Read<FilesystemState>(_state.Span));
    }

    private static void Fill(Table.Row row, Mount mount, in FilesystemState state)
    {
        // The subvolumes of btrfs have device numbers of their own.
        if (mount.Type != "btrfs" && mount.Device != (state.Major, state.Minor))
            return;
        StatFs space = state.Space;
        long size = space.FragmentSize > 0 ? space.FragmentSize : space.TransferSize;
        if (size > 0 && space.Blocks > 0 && space.FreeBlocks <= space.Blocks && space.AvailableBlocks <= space.FreeBlocks)
        {
            row.Set(Filesystems.Limit, InBytes(space.Blocks, size));
            row.Set(Filesystems.UsedUsage, InBytes(space.Blocks - space.FreeBlocks, size));
            row.Set(Filesystems.FreeUsage, InBytes(space.AvailableBlocks, size));
            row.Set(Filesystems.ReservedUsage, InBytes(space.FreeBlocks - space.AvailableBlocks, size));
        }

        if (space.Files > 0 && space.FreeFiles <= space.Files)
        {
            row.Set(Filesystems.InodeLimit, space.Files);
            row.Set(Filesystems.UsedInodeUsage, space.Files - space.FreeFiles);
            row.Set(Filesystems.FreeInodeUsage, space.FreeFiles);
        }
    }

    private static long InBytes(ulong blocks, long size) => blocks > long.MaxValue ? Cell.AbsentLong : Numbers.Multiply((long)blocks, size);

    private void Parse()
    {
        MountTable table = MountTable.Parse(_text.Span);
        _parsed = _text.Span.ToArray();
        Timestamp now = Timestamp.From(context.Clock.GetUtcNow());
        Dictionary<string, MountedFilesystem> known = [];
        foreach (MountedFilesystem filesystem in _filesystems)
            known[filesystem.Identity] = filesystem;
        _filesystems = [.. table.Filesystems.Select(m =>
            known.TryGetValue(MountedFilesystem.IdentityOf(m), out MountedFilesystem? same) ? same : new MountedFilesystem(m, now, DurationsOf(m.Type)))];
        _counts = [.. table.All.GroupBy(m => m.Type).Select(g => (new Entity(Filesystems.Counts, context.Host.Boot, g.Key), g.Count()))];
        _types = [.. _durations.Select(d => (new Entity(Filesystems.Durations, now, d.Key), d.Value))];
    }

    private HistogramRecorder DurationsOf(string type)
    {
        if (!_durations.TryGetValue(type, out HistogramRecorder? durations))
            _durations.Add(type, durations = new HistogramRecorder(Filesystems.StatDuration.Instrument));
        return durations;
    }
}
