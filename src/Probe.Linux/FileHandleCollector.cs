using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>File handles given out, and the inodes and directory entries that the kernel caches.</summary>
/// <remarks>Source: <c>/proc/sys/fs/{file-nr,inode-nr,dentry-state}</c>; see the kernel's <c>admin-guide/sysctl/fs</c>. Both caches count what is unused among all.</remarks>
internal sealed class FileHandleCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _descriptors = new(Filesystems.Descriptors, context.Host.Boot);
    private readonly Entity _caches = new(Filesystems.Caches, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (TryReadLine("/proc/sys/fs/file-nr"u8, "/proc/sys/fs/file-nr", out FieldReader handles))
        {
            Table.Row row = snapshot[Filesystems.Descriptors].Add(_descriptors);
            row.Set(Filesystems.DescriptorUsage, handles.ReadCount());
            handles.SkipWords(1);       // free handles: always 0 since Linux 2.6
            row.Set(Filesystems.DescriptorLimit, handles.ReadCount());
        }

        Table caches = snapshot[Filesystems.Caches];
        if (caches.WantsAny)
            ReadCaches(caches);
    }

    private void ReadCaches(Table caches)
    {
        long inodes = Cell.AbsentLong, freeInodes = Cell.AbsentLong, entries = Cell.AbsentLong, freeEntries = Cell.AbsentLong;
        if (TryReadLine("/proc/sys/fs/inode-nr"u8, "/proc/sys/fs/inode-nr", out FieldReader line))
            (inodes, freeInodes) = (line.ReadCount(), line.ReadCount());
        if (TryReadLine("/proc/sys/fs/dentry-state"u8, "/proc/sys/fs/dentry-state", out line))
            (entries, freeEntries) = (line.ReadCount(), line.ReadCount());
        if (Cell.IsAbsent(inodes) && Cell.IsAbsent(entries))
            return;
        Table.Row row = caches.Add(_caches);
        row.Set(Filesystems.InodeUsedCacheObjects, Numbers.Subtract(inodes, freeInodes));
        row.Set(Filesystems.InodeUnusedCacheObjects, freeInodes);
        row.Set(Filesystems.DentryUsedCacheObjects, Numbers.Subtract(entries, freeEntries));
        row.Set(Filesystems.DentryUnusedCacheObjects, freeEntries);
    }

    private bool TryReadLine(ReadOnlySpan<byte> name, string source, out FieldReader line)
    {
        line = default;
        return context.Kernel.TryRead(name, _text) && new FieldReader(_text.Span, source).TryReadLine(out line);
    }
}
