using System.Text;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>A filesystem that is asked on every pass, and the rows it has.</summary>
internal sealed class MountedFilesystem(Mount mount, Timestamp since, HistogramRecorder durations)
{
    /// <summary>What of a mount must be the same for its rows to go on.</summary>
    public static string IdentityOf(Mount mount) =>
        $"{mount.Device} {mount.Type} {mount.Source} {mount.IsReadOnly} {Encoding.Latin1.GetString(mount.Path)}";

    /// <inheritdoc cref="IdentityOf"/>
    public string Identity { get; } = IdentityOf(mount);

    public Mount Mount => mount;

    /// <summary>What it is asked by: <c>/statfs/var</c>, and for the root <c>/statfs</c>.</summary>
    public byte[] Name { get; } = [.. FilesystemTypes.IsRemote(mount.Type) ? "/statfs-remote"u8 : "/statfs"u8, .. mount.Path.AsSpan().TrimEnd((byte)'/')];

    /// <summary>How long it and the others of its type took to answer.</summary>
    public HistogramRecorder Durations => durations;

    public Entity Entity { get; } = new(Filesystems.Mounts, since, mount.Source, mount.Type, mount.IsReadOnly ? "ro" : "rw", mount.MountPoint);

    public Entity Stall { get; } = new(Filesystems.Stalls, since, mount.Source, mount.Type, mount.MountPoint);
}
