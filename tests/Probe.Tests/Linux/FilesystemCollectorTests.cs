using System.Runtime.InteropServices;
using System.Text;
using Probe.Catalog;
using Probe.Kernel;
using Probe.Linux;
using Probe.Linux.Interop;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class FilesystemCollectorTests
{
    private static readonly string[] s_data = ["/dev/sdb1", "ext4", "rw", "/data"];

    [Fact]
    public void A_mount_that_does_not_answer_is_marked_and_costs_its_own_space_only()
    {
        var kernel = new StuckKernel { ["/proc/1/mountinfo"] = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n33 22 0:41 / /nfs rw - nfs4 server:/x rw\n" };
        kernel.Set("/statfs", Full(8, 1, blocks: 100, free: 60, available: 50));

        Snapshot snapshot = CollectOnce(static c => new FilesystemCollector(c), kernel);

        Assert.Equal(40 * 4096, snapshot.Value(Filesystems.UsedUsage, "/dev/sda1", "ext4", "rw", "/"));
        Assert.Equal(0, snapshot.Value(Filesystems.Stalled, "/dev/sda1", "ext4", "/"));
        Assert.Equal(double.NaN, snapshot.Value(Filesystems.UsedUsage, "server:/x", "nfs4", "rw", "/nfs"));
        Assert.Equal(1, snapshot.Value(Filesystems.Stalled, "server:/x", "nfs4", "/nfs"));
    }

    [Theory]
    [InlineData(100, 200, 50)]      // more free than there is
    [InlineData(100, 60, 70)]       // more for anyone than is free
    [InlineData(0, 0, 0)]           // no size
    public void Space_that_cannot_be_is_unknown(ulong blocks, ulong free, ulong available)
    {
        Snapshot snapshot = Collect(Full(8, 17, blocks, free, available));

        Assert.Equal(double.NaN, snapshot.Value(Filesystems.UsedUsage, s_data));
        Assert.Equal(double.NaN, snapshot.Value(Filesystems.Limit, s_data));
        Assert.Equal(0, snapshot.Value(Filesystems.ReadOnly, s_data));
    }

    [Fact]
    public void An_answer_from_another_filesystem_counts_as_none()
    {
        Snapshot snapshot = Collect(Full(0, 99, blocks: 100, free: 60, available: 50));

        Assert.Equal(double.NaN, snapshot.Value(Filesystems.UsedUsage, s_data));
    }

    [Fact]
    public void What_df_says_is_what_is_collected()
    {
        // df is asked before and after; where it says the same twice, so must we.
        Dictionary<string, string> before = Df();
        Snapshot snapshot = CollectOnce(static c => new FilesystemCollector(c), LinuxPlatform.Create("/", TimeProvider.System).Kernel);
        Dictionary<string, string> after = Df();

        int compared = 0;
        Table mounts = snapshot[Filesystems.Mounts];
        for (int i = 0; i < mounts.Rows.Length; i++)
        {
            string path = mounts.Rows[i].Values[3];
            if (!before.TryGetValue(path, out string? said) || after.GetValueOrDefault(path) != said)
                continue;
            Assert.Equal(said, $"{mounts.Longs(Filesystems.Limit)[i]} {mounts.Longs(Filesystems.UsedUsage)[i]} {mounts.Longs(Filesystems.FreeUsage)[i]}");
            compared++;
        }

        Assert.True(compared > 0, "df and we have no mount in common.");
    }

    private static Dictionary<string, string> Df()
    {
        Dictionary<string, string> rows = [];
        foreach (string line in Oracle.Run("df", "-B1", "--output=target,size,used,avail").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            rows[words[0]] = string.Join(' ', words[1..]);
        }

        return rows;
    }

    private static Snapshot Collect(byte[] state)
    {
        var kernel = new FakeKernel { ["/proc/1/mountinfo"] = "30 22 8:17 / /data rw - ext4 /dev/sdb1 rw\n" };
        kernel.Set("/statfs/data", state);
        return CollectOnce(static c => new FilesystemCollector(c), kernel);
    }

    private static byte[] Full(uint major, uint minor, ulong blocks, ulong free, ulong available)
    {
        var state = new FilesystemState
        {
            Space = new StatFs { FragmentSize = 4096, Blocks = blocks, FreeBlocks = free, AvailableBlocks = available },
            Major = major,
            Minor = minor,
        };
        return MemoryMarshal.AsBytes(new ReadOnlySpan<FilesystemState>(in state)).ToArray();
    }

    /// <summary>A kernel whose remote mounts never answer.</summary>
    private sealed class StuckKernel : IKernelSource
    {
        private readonly FakeKernel _kernel = new();

        public string? this[string name]
        {
            set => _kernel[name] = value;
        }

        public void Set(string name, byte[] bytes) => _kernel.Set(name, bytes);

        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) =>
            Encoding.UTF8.GetString(name).StartsWith("/statfs-remote/", StringComparison.Ordinal) ? buffer.Refuse(Refusal.Stalled) : _kernel.TryRead(name, buffer);

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => _kernel.TryList(name, names);
    }
}
