using System.Collections.Frozen;

namespace Probe.Linux;

/// <summary>What the type of a filesystem tells before it is asked anything.</summary>
internal static class FilesystemTypes
{
    private static readonly FrozenSet<string> s_pseudo = FrozenSet.Create("autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs",
        "devpts", "devtmpfs", "efivarfs", "fusectl", "fuse.gvfsd-fuse", "fuse.lxcfs", "fuse.portal", "hugetlbfs", "mqueue", "nfsd", "nsfs", "proc", "procfs",
        "pstore", "resctrl", "rpc_pipefs", "securityfs", "selinuxfs", "smackfs", "sysfs", "tracefs");

    private static readonly FrozenSet<string> s_remote = FrozenSet.Create("9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse", "fuseblk", "gfs2",
        "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "virtiofs");

    /// <summary>True where the kernel makes the files up, so that there is no space to speak of. Among them is autofs, which must not be asked: that would mount.</summary>
    public static bool IsPseudo(string type) => s_pseudo.Contains(type);

    /// <summary>True where a program or another machine answers, which may be never.</summary>
    public static bool IsRemote(string type) => s_remote.Contains(type) || type.StartsWith("fuse.", StringComparison.Ordinal);
}
