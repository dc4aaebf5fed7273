using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What only tracing sees of system calls, block devices, filesystems and memory.</summary>
public static class TracedCalls
{
    /// <summary>Times system calls took, by name.</summary>
    public static readonly Column SyscallDuration = Instrument.Durations("system.syscall.duration",
        "Times system calls took, by name.")
        .From("eBPF raw_syscalls/sys_enter,sys_exit (allow-list of names)").On(Systems.Linux).Optional();

    /// <summary>System calls made, by name where the system tells.</summary>
    public static readonly Instrument Syscalls = Instrument.Counter("system.syscall.count", Unit.Of("syscall"), NumberType.Long,
        "System calls made, by name where the system tells.")
        .From("eBPF raw_syscalls/sys_enter; BSD global counter without the name").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary><see cref="Syscalls"/> of table <c>traced.syscall</c>.</summary>
    public static readonly Column NamedSyscalls = Syscalls;

    /// <summary><see cref="Syscalls"/> of table <c>system.syscalls</c>.</summary>
    public static readonly Column AllSyscallCount = Syscalls;

    /// <summary>System calls that failed, by name and error.</summary>
    public static readonly Column SyscallErrors = Instrument.Counter("system.syscall.errors", Unit.Of("error"), NumberType.Long,
        "System calls that failed, by name and error.")
        .From("eBPF raw_syscalls/sys_exit negative return (errno name)").On(Systems.Linux).Optional();

    /// <summary>Times a block device took to complete a request.</summary>
    public static readonly Instrument DiskDuration = Instrument.Durations("system.disk.operation.duration",
        "Times a block device took to complete a request.")
        .From("eBPF tp_btf block_rq_issue,block_rq_complete (blktrace tracepoints)").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskDuration"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskDuration = DiskDuration.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskDuration"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskDuration = DiskDuration.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Times requests waited before they were given to a block device.</summary>
    public static readonly Instrument DiskQueueDuration = Instrument.Durations("system.disk.queue.duration",
        "Times requests waited before they were given to a block device.")
        .From("eBPF tp_btf block_rq_insert,block_rq_issue").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskQueueDuration"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskQueueDuration = DiskQueueDuration.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskQueueDuration"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskQueueDuration = DiskQueueDuration.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Sizes of the requests given to a block device.</summary>
    public static readonly Instrument DiskSize = Instrument.Sizes("system.disk.operation.size", Unit.Bytes,
        "Sizes of the requests given to a block device.")
        .From("eBPF tp_btf block_rq_issue").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskSize"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskSize = DiskSize.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskSize"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskSize = DiskSize.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Requests that a block device failed, by error.</summary>
    public static readonly Instrument DiskErrors = Instrument.Counter("system.disk.errors", Unit.Of("error"), NumberType.Long,
        "Requests that a block device failed, by error.")
        .From("eBPF tp block_rq_complete error != 0; else block_rq_error").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskErrors"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskErrors = DiskErrors.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskErrors"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskErrors = DiskErrors.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Times file operations took, by filesystem type.</summary>
    public static readonly Instrument FilesystemDuration = Instrument.Durations("system.filesystem.operation.duration",
        "Times file operations took, by filesystem type.")
        .From("eBPF fentry/fexit on {ext4,xfs,btrfs,nfs,zfs} file operations").On(Systems.Linux).Optional();

    /// <summary><see cref="FilesystemDuration"/> of <c>read</c>.</summary>
    public static readonly Column ReadFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "read"));

    /// <summary><see cref="FilesystemDuration"/> of <c>write</c>.</summary>
    public static readonly Column WriteFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "write"));

    /// <summary><see cref="FilesystemDuration"/> of <c>open</c>.</summary>
    public static readonly Column OpenFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "open"));

    /// <summary><see cref="FilesystemDuration"/> of <c>fsync</c>.</summary>
    public static readonly Column FsyncFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "fsync"));

    /// <summary><see cref="FilesystemDuration"/> of <c>unlink</c>.</summary>
    public static readonly Column UnlinkFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "unlink"));

    /// <summary><see cref="FilesystemDuration"/> of <c>rename</c>.</summary>
    public static readonly Column RenameFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "rename"));

    /// <summary><see cref="FilesystemDuration"/> of <c>readdir</c>.</summary>
    public static readonly Column ReaddirFilesystemDuration = FilesystemDuration.At((Attributes.SystemFilesystemOperation, "readdir"));

    /// <summary>File operations asked for, on whatever filesystem.</summary>
    public static readonly Instrument FilesystemOperations = Instrument.Counter("system.filesystem.operations", Unit.Of("operation"), NumberType.Long,
        "File operations asked for, on whatever filesystem.")
        .From("eBPF fentry vfs_open,vfs_read,vfs_write,vfs_create,vfs_unlink,vfs_rename,vfs_fsync,vfs_mkdir").On(Systems.Linux).Optional();

    /// <summary><see cref="FilesystemOperations"/> of <c>open</c>.</summary>
    public static readonly Column OpenFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "open"));

    /// <summary><see cref="FilesystemOperations"/> of <c>read</c>.</summary>
    public static readonly Column ReadFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "read"));

    /// <summary><see cref="FilesystemOperations"/> of <c>write</c>.</summary>
    public static readonly Column WriteFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "write"));

    /// <summary><see cref="FilesystemOperations"/> of <c>create</c>.</summary>
    public static readonly Column CreateFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "create"));

    /// <summary><see cref="FilesystemOperations"/> of <c>unlink</c>.</summary>
    public static readonly Column UnlinkFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "unlink"));

    /// <summary><see cref="FilesystemOperations"/> of <c>rename</c>.</summary>
    public static readonly Column RenameFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "rename"));

    /// <summary><see cref="FilesystemOperations"/> of <c>fsync</c>.</summary>
    public static readonly Column FsyncFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "fsync"));

    /// <summary><see cref="FilesystemOperations"/> of <c>mkdir</c>.</summary>
    public static readonly Column MkdirFilesystemOperations = FilesystemOperations.At((Attributes.SystemFilesystemOperation, "mkdir"));

    /// <summary>Pages of the page cache that were found, missed, added and made dirty.</summary>
    public static readonly Instrument PageCacheOperations = Instrument.Counter("system.memory.page_cache.operations", Unit.Of("page"), NumberType.Long,
        "Pages of the page cache that were found, missed, added and made dirty.")
        .From("eBPF fentry folio_mark_accessed, filemap_add_folio, folio_account_dirtied").On(Systems.Linux).Optional();

    /// <summary><see cref="PageCacheOperations"/> of <c>hit</c>.</summary>
    public static readonly Column HitPageCacheOperations = PageCacheOperations.At((Attributes.SystemMemoryPageCacheResult, "hit"));

    /// <summary><see cref="PageCacheOperations"/> of <c>miss</c>.</summary>
    public static readonly Column MissPageCacheOperations = PageCacheOperations.At((Attributes.SystemMemoryPageCacheResult, "miss"));

    /// <summary><see cref="PageCacheOperations"/> of <c>dirtied</c>.</summary>
    public static readonly Column DirtiedPageCacheOperations = PageCacheOperations.At((Attributes.SystemMemoryPageCacheResult, "dirtied"));

    /// <summary><see cref="PageCacheOperations"/> of <c>added</c>.</summary>
    public static readonly Column AddedPageCacheOperations = PageCacheOperations.At((Attributes.SystemMemoryPageCacheResult, "added"));

    /// <summary>Times a task had to free memory itself before it got some.</summary>
    public static readonly Column ReclaimDuration = Instrument.Durations("system.memory.direct_reclaim.duration",
        "Times a task had to free memory itself before it got some.")
        .From("eBPF tp vmscan/mm_vmscan_direct_reclaim_begin,end").On(Systems.Linux).Optional();

    /// <summary>Times the kernel took to make room for large blocks of memory.</summary>
    public static readonly Column CompactionDuration = Instrument.Durations("system.memory.compaction.duration",
        "Times the kernel took to make room for large blocks of memory.")
        .From("eBPF tp compaction/mm_compaction_begin,end").On(Systems.Linux).Optional();

    /// <summary>Times kernel caches took to give memory back, by cache.</summary>
    public static readonly Column ShrinkerDuration = Instrument.Durations("system.memory.shrinker.duration",
        "Times kernel caches took to give memory back, by cache.")
        .From("eBPF tp vmscan/mm_shrink_slab_start,end").On(Systems.Linux).Optional();

    /// <summary>Memory the kernel and programs asked for, by how.</summary>
    public static readonly Instrument Allocations = Instrument.Counter("system.memory.allocations", Unit.Bytes, NumberType.Long,
        "Memory the kernel and programs asked for, by how.")
        .From("eBPF tp kmem/mm_page_alloc,kmem_cache_alloc,kmalloc; syscalls brk,mmap").On(Systems.Linux).Optional();

    /// <summary><see cref="Allocations"/> of <c>page</c>.</summary>
    public static readonly Column PageAllocations = Allocations.At((Attributes.SystemMemoryAllocationSource, "page"));

    /// <summary><see cref="Allocations"/> of <c>slab</c>.</summary>
    public static readonly Column SlabAllocations = Allocations.At((Attributes.SystemMemoryAllocationSource, "slab"));

    /// <summary><see cref="Allocations"/> of <c>user_brk</c>.</summary>
    public static readonly Column UserBrkAllocations = Allocations.At((Attributes.SystemMemoryAllocationSource, "user_brk"));

    /// <summary><see cref="Allocations"/> of <c>user_mmap</c>.</summary>
    public static readonly Column UserMmapAllocations = Allocations.At((Attributes.SystemMemoryAllocationSource, "user_mmap"));

    /// <summary>Times page faults took that had to wait for storage, and that did not.</summary>
    public static readonly Instrument FaultDuration = Instrument.Durations("system.paging.fault.duration",
        "Times page faults took that had to wait for storage, and that did not.")
        .From("eBPF fentry/fexit handle_mm_fault").On(Systems.Linux).Optional();

    /// <summary><see cref="FaultDuration"/> of <c>major</c>.</summary>
    public static readonly Column MajorFaultDuration = FaultDuration.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="FaultDuration"/> of <c>minor</c>.</summary>
    public static readonly Column MinorFaultDuration = FaultDuration.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Processes killed for want of memory, by control group.</summary>
    public static readonly Column OomVictims = Instrument.Counter("system.memory.oom.victims", Unit.Of("kill"), NumberType.Long,
        "Processes killed for want of memory, by control group.")
        .From("eBPF tp oom/mark_victim or fentry oom_kill_process").On(Systems.Linux).Optional();

    /// <summary>Table <c>traced.syscall</c>: a row for each <c>system.syscall.name</c>.</summary>
    public static readonly Schema SyscallTimes = new("traced.syscall", resourceKeys: [], keys: [Attributes.SystemSyscallName], details: [],
        columns: [SyscallDuration, NamedSyscalls], Scope.Host);

    /// <summary>Table <c>traced.syscall.errors</c>: a row for each <c>system.syscall.name</c> and <c>error.type</c>.</summary>
    public static readonly Schema SyscallFailures = new("traced.syscall.errors", resourceKeys: [], keys: [Attributes.SystemSyscallName, Attributes.ErrorType], details: [],
        columns: [SyscallErrors], Scope.Host);

    /// <summary>Table <c>system.syscalls</c>: one row.</summary>
    /// <remarks>The BSDs count calls without their names, and without tracing.</remarks>
    public static readonly Schema AllSyscalls = new("system.syscalls", resourceKeys: [], keys: [], details: [],
        columns: [AllSyscallCount], Scope.Host);

    /// <summary>Table <c>traced.disk</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Disks = new("traced.disk", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ReadDiskDuration, WriteDiskDuration, ReadDiskQueueDuration, WriteDiskQueueDuration, ReadDiskSize,
            WriteDiskSize], Scope.Host);

    /// <summary>Table <c>traced.disk.errors</c>: a row for each <c>system.device</c> and <c>error.type</c>.</summary>
    public static readonly Schema DiskFailures = new("traced.disk.errors", resourceKeys: [], keys: [Attributes.SystemDevice, Attributes.ErrorType], details: [],
        columns: [ReadDiskErrors, WriteDiskErrors], Scope.Host);

    /// <summary>Table <c>traced.filesystem</c>: a row for each <c>system.filesystem.type</c>.</summary>
    public static readonly Schema Filesystems = new("traced.filesystem", resourceKeys: [], keys: [Attributes.SystemFilesystemType], details: [],
        columns: [ReadFilesystemDuration, WriteFilesystemDuration, OpenFilesystemDuration, FsyncFilesystemDuration,
            UnlinkFilesystemDuration, RenameFilesystemDuration, ReaddirFilesystemDuration], Scope.Host);

    /// <summary>Table <c>traced.file</c>: one row.</summary>
    public static readonly Schema FileOperations = new("traced.file", resourceKeys: [], keys: [], details: [],
        columns: [OpenFilesystemOperations, ReadFilesystemOperations, WriteFilesystemOperations, CreateFilesystemOperations,
            UnlinkFilesystemOperations, RenameFilesystemOperations, FsyncFilesystemOperations, MkdirFilesystemOperations],
            Scope.Host);

    /// <summary>Table <c>traced.memory</c>: one row.</summary>
    public static readonly Schema Memory = new("traced.memory", resourceKeys: [], keys: [], details: [],
        columns: [HitPageCacheOperations, MissPageCacheOperations, DirtiedPageCacheOperations, AddedPageCacheOperations,
            ReclaimDuration, CompactionDuration, PageAllocations, SlabAllocations, UserBrkAllocations, UserMmapAllocations],
            Scope.Host);

    /// <summary>Table <c>traced.shrinker</c>: a row for each <c>system.memory.shrinker.name</c>.</summary>
    public static readonly Schema Shrinkers = new("traced.shrinker", resourceKeys: [], keys: [Attributes.SystemMemoryShrinkerName], details: [],
        columns: [ShrinkerDuration], Scope.Host);

    /// <summary>Table <c>traced.fault</c>: one row.</summary>
    public static readonly Schema Faults = new("traced.fault", resourceKeys: [], keys: [], details: [],
        columns: [MajorFaultDuration, MinorFaultDuration], Scope.Host);

    /// <summary>Table <c>traced.oom</c>: a row for each <c>cgroup.path</c>.</summary>
    public static readonly Schema OomKills = new("traced.oom", resourceKeys: [], keys: [Attributes.CgroupPath], details: [],
        columns: [OomVictims], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        SyscallTimes, SyscallFailures, AllSyscalls, Disks, DiskFailures, Filesystems, FileOperations, Memory, Shrinkers, Faults, OomKills,
    ];
}
