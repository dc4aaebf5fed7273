using System.Text;

namespace Probe.Linux;

/// <summary>A line of a mount table: what is mounted where.</summary>
/// <remarks>Source: <c>/proc/PID/mountinfo</c>; see proc_pid_mountinfo(5).</remarks>
internal sealed record Mount
{
    /// <summary>The mount's number and the number of the mount it stands on.</summary>
    public required long Id { get; init; }

    /// <inheritdoc cref="Id"/>
    public required long Parent { get; init; }

    /// <summary>The filesystem's device number: the same for all its mounts.</summary>
    public required (uint Major, uint Minor) Device { get; init; }

    /// <summary>The folder of the filesystem that stands at the mount point; <c>/</c> for all of it.</summary>
    public required string Root { get; init; }

    /// <summary>Where it is mounted, as the kernel's bytes have it.</summary>
    public required byte[] Path { get; init; }

    /// <summary>The filesystem's type, such as <c>ext4</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What is mounted, such as <c>/dev/sda1</c> or <c>server:/export</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True where the mount or the whole filesystem can't be written to.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Where it is mounted, as text.</summary>
    public string MountPoint => Encoding.UTF8.GetString(Path);

    /// <summary>True where all of the filesystem is mounted, not one of its folders.</summary>
    public bool IsWhole => Root == "/";

    /// <summary>True where space means nothing: the kernel makes the files up, or they are somebody else's.</summary>
    /// <remarks>An overlay other than the root shows the space of the filesystem below it, which has a row of its own.</remarks>
    public bool IsPseudo => FilesystemTypes.IsPseudo(Type) || (Type == "overlay" && !Path.AsSpan().SequenceEqual("/"u8));
}
