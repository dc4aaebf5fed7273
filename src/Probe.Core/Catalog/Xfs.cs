using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What XFS says of its filesystems.</summary>
public static class Xfs
{
    /// <summary>Read and write calls an XFS filesystem served.</summary>
    public static readonly Instrument Operations = Instrument.Counter("xfs.operations", Unit.Of("operation"), NumberType.Long,
        "Read and write calls an XFS filesystem served.")
        .From("/sys/fs/xfs/*/stats/stats rw").On(Systems.Linux);

    /// <summary><see cref="Operations"/> of <c>read</c>.</summary>
    public static readonly Column ReadOperations = Operations.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Operations"/> of <c>write</c>.</summary>
    public static readonly Column WriteOperations = Operations.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes read from and written to files of an XFS filesystem, as programs asked for them.</summary>
    public static readonly Instrument Io = Instrument.Counter("xfs.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to files of an XFS filesystem, as programs asked for them.")
        .From("/sys/fs/xfs/*/stats/stats xpc").On(Systems.Linux);

    /// <summary><see cref="Io"/> of <c>read</c>.</summary>
    public static readonly Column ReadIo = Io.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Io"/> of <c>write</c>.</summary>
    public static readonly Column WriteIo = Io.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Extents an XFS filesystem allocated and freed.</summary>
    public static readonly Instrument Extents = Instrument.Counter("xfs.extent.operations", Unit.Of("extent"), NumberType.Long,
        "Extents an XFS filesystem allocated and freed.")
        .From("/sys/fs/xfs/*/stats/stats extent_alloc").On(Systems.Linux).Optional();

    /// <summary><see cref="Extents"/> of <c>allocated</c>.</summary>
    public static readonly Column AllocatedExtents = Extents.At((Attributes.XfsExtentOperation, "allocated"));

    /// <summary><see cref="Extents"/> of <c>freed</c>.</summary>
    public static readonly Column FreedExtents = Extents.At((Attributes.XfsExtentOperation, "freed"));

    /// <summary>What an XFS filesystem did in its directories.</summary>
    public static readonly Instrument DirectoryOperations = Instrument.Counter("xfs.directory.operations", Unit.Of("operation"), NumberType.Long,
        "What an XFS filesystem did in its directories.")
        .From("/sys/fs/xfs/*/stats/stats dir").On(Systems.Linux).Optional();

    /// <summary><see cref="DirectoryOperations"/> of <c>lookup</c>.</summary>
    public static readonly Column LookupDirectoryOperations = DirectoryOperations.At((Attributes.XfsDirectoryOperation, "lookup"));

    /// <summary><see cref="DirectoryOperations"/> of <c>create</c>.</summary>
    public static readonly Column CreateDirectoryOperations = DirectoryOperations.At((Attributes.XfsDirectoryOperation, "create"));

    /// <summary><see cref="DirectoryOperations"/> of <c>remove</c>.</summary>
    public static readonly Column RemoveDirectoryOperations = DirectoryOperations.At((Attributes.XfsDirectoryOperation, "remove"));

    /// <summary><see cref="DirectoryOperations"/> of <c>getdents</c>.</summary>
    public static readonly Column GetdentsDirectoryOperations = DirectoryOperations.At((Attributes.XfsDirectoryOperation, "getdents"));

    /// <summary>How an XFS filesystem's inode cache was asked and what came of it.</summary>
    public static readonly Instrument InodeOperations = Instrument.Counter("xfs.inode.operations", Unit.Of("operation"), NumberType.Long,
        "How an XFS filesystem's inode cache was asked and what came of it.")
        .From("/sys/fs/xfs/*/stats/stats ig").On(Systems.Linux).Optional();

    /// <summary><see cref="InodeOperations"/> of <c>attempt</c>.</summary>
    public static readonly Column AttemptInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "attempt"));

    /// <summary><see cref="InodeOperations"/> of <c>found</c>.</summary>
    public static readonly Column FoundInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "found"));

    /// <summary><see cref="InodeOperations"/> of <c>recycled</c>.</summary>
    public static readonly Column RecycledInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "recycled"));

    /// <summary><see cref="InodeOperations"/> of <c>missed</c>.</summary>
    public static readonly Column MissedInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "missed"));

    /// <summary><see cref="InodeOperations"/> of <c>duplicate</c>.</summary>
    public static readonly Column DuplicateInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "duplicate"));

    /// <summary><see cref="InodeOperations"/> of <c>reclaim</c>.</summary>
    public static readonly Column ReclaimInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "reclaim"));

    /// <summary><see cref="InodeOperations"/> of <c>attribute_change</c>.</summary>
    public static readonly Column AttributeChangeInodeOperations = InodeOperations.At((Attributes.XfsInodeOperation, "attribute_change"));

    /// <summary>Inodes of an XFS filesystem held in memory.</summary>
    public static readonly Column ActiveVnodes = Instrument.UpDownCounter("xfs.vnode.active", Unit.Of("vnode"), NumberType.Long,
        "Inodes of an XFS filesystem held in memory.")
        .From("/sys/fs/xfs/*/stats/stats vnodes").On(Systems.Linux).Optional();

    /// <summary>Writes of log buffers to an XFS filesystem's journal.</summary>
    public static readonly Column LogWrites = Instrument.Counter("xfs.log.writes", Unit.Of("write"), NumberType.Long,
        "Writes of log buffers to an XFS filesystem's journal.")
        .From("/sys/fs/xfs/*/stats/stats log").On(Systems.Linux).Optional();

    /// <summary>Table <c>xfs</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Volumes = new("xfs", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ReadOperations, WriteOperations, ReadIo, WriteIo, AllocatedExtents, FreedExtents, LookupDirectoryOperations,
            CreateDirectoryOperations, RemoveDirectoryOperations, GetdentsDirectoryOperations, AttemptInodeOperations,
            FoundInodeOperations, RecycledInodeOperations, MissedInodeOperations, DuplicateInodeOperations,
            ReclaimInodeOperations, AttributeChangeInodeOperations, ActiveVnodes, LogWrites], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Volumes];
}
