using System.Text;
using Probe.Kernel;
using Probe.Linux;

namespace Probe.Tests.Linux;

public sealed class MountTableTests
{
    private const string Root = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n";

    [Fact]
    public void Of_two_mounts_on_one_place_the_later_counts() =>
        Assert.Equal([("/", "/dev/sda1"), ("/data", "/dev/sdc1")], FilesystemsOf(Root
            + "30 22 8:17 / /data rw - ext4 /dev/sdb1 rw\n"
            + "31 30 8:33 / /data rw - ext4 /dev/sdc1 rw\n"));

    [Fact]
    public void A_mount_below_a_covered_one_is_out_of_reach() =>
        Assert.Equal([("/", "/dev/sda1"), ("/data", "/dev/sdc1")], FilesystemsOf(Root
            + "30 22 8:17 / /data rw - ext4 /dev/sdb1 rw\n"
            + "31 30 8:18 / /data/inner rw - ext4 /dev/sdb2 rw\n"
            + "32 30 8:33 / /data rw - ext4 /dev/sdc1 rw\n"));

    [Fact]
    public void A_mount_on_a_folder_covers_what_was_mounted_below_it() =>
        Assert.Equal([("/", "/dev/sda1"), ("/srv", "/dev/sdc1")], FilesystemsOf(Root
            + "30 22 8:17 / /srv/data rw - ext4 /dev/sdb1 rw\n"
            + "31 22 8:33 / /srv rw - ext4 /dev/sdc1 rw\n"));

    [Fact]
    public void What_is_mounted_on_the_cover_is_within_reach() =>
        Assert.Equal([("/", "/dev/sda1"), ("/srv", "/dev/sdc1"), ("/srv/data", "/dev/sdd1")], FilesystemsOf(Root
            + "31 22 8:33 / /srv rw - ext4 /dev/sdc1 rw\n"
            + "32 31 8:49 / /srv/data rw - ext4 /dev/sdd1 rw\n"));

    [Fact]
    public void A_name_that_only_begins_alike_covers_nothing() =>
        Assert.Equal([("/", "/dev/sda1"), ("/data2", "/dev/sdb1"), ("/data", "/dev/sdc1")], FilesystemsOf(Root
            + "30 22 8:17 / /data2 rw - ext4 /dev/sdb1 rw\n"
            + "31 22 8:33 / /data rw - ext4 /dev/sdc1 rw\n"));

    [Fact]
    public void Bind_mounts_of_one_filesystem_count_once_by_the_whole_one() =>
        Assert.Equal([("/", "/dev/sda1"), ("/all", "/dev/sdb1")], FilesystemsOf(Root
            + "30 22 8:17 /part /part rw - ext4 /dev/sdb1 rw\n"
            + "31 22 8:17 / /all rw - ext4 /dev/sdb1 rw\n"
            + "32 22 8:1 /home /mnt/home rw - ext4 /dev/sda1 rw\n"));

    [Fact]
    public void Pseudo_filesystems_and_automounts_are_not_asked() =>
        Assert.Equal([("/", "/dev/sda1")], FilesystemsOf(Root
            + "30 22 0:21 / /proc rw - proc proc rw\n"
            + "31 22 0:42 / /mnt/auto rw - autofs /etc/auto.misc rw\n"
            + "32 22 0:50 / /var/lib/docker/overlay2/x/merged rw - overlay overlay rw\n"));

    [Fact]
    public void Names_may_hold_anything()
    {
        Mount mount = MountTable.Parse(Encoding.Latin1.GetBytes("30 1 8:17 / /a\\040b\\011c\\012d\\134\u00ff rw shared:1 master:2 - ext4 /dev/disk\\040one ro\n")).All[0];

        Assert.Equal(Encoding.Latin1.GetBytes("/a b\tc\nd\\\u00ff"), mount.Path);
        Assert.Equal("/a b\tc\nd\\\ufffd", mount.MountPoint);
        Assert.Equal("/dev/disk one", mount.Source);
        Assert.True(mount.IsReadOnly);
    }

    [Theory]
    [InlineData("30 22 8:17 / /data rw - ext4 /dev/sdb1\n")]
    [InlineData("30 22 8:17 / /data rw ext4 /dev/sdb1 rw\n")]
    [InlineData("30 22 8 / /data rw - ext4 /dev/sdb1 rw\n")]
    [InlineData("30 22 8:17 / /data rw - ext4 /dev/sdb1 rw")]
    public void A_line_that_is_not_whole_spoils_the_table(string line) =>
        Assert.Throws<KernelFormatException>(() => FilesystemsOf(Root + line));

    [Fact]
    public void Twenty_thousand_mounts_below_each_other_are_read()
    {
        var text = new StringBuilder(Root);
        for (int i = 0; i < 20_000; i++)
            text.Append($"{100 + i} 22 0:{100 + i} / /mnt/a/b/c/{i} rw - tmpfs tmpfs rw\n");

        Assert.Equal(20_001, FilesystemsOf(text.ToString()).Length);
    }

    private static (string MountPoint, string Source)[] FilesystemsOf(string mountinfo) =>
        [.. MountTable.Parse(Encoding.UTF8.GetBytes(mountinfo)).Filesystems.Select(m => (m.MountPoint, m.Source))];
}
