using System.Diagnostics;
using System.Text;
using Probe.Kernel;

namespace Probe.Tests.Kernel;

public sealed class FileKernelSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("probe-kernel");
    private readonly KernelBuffer _buffer = new();
    private readonly FileKernelSource _files;

    public FileKernelSourceTests() => _files = new FileKernelSource(_folder.FullName + "/");

    public void Dispose()
    {
        _files.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_is_read_whole_whatever_its_size()
    {
        foreach (int size in (int[])[0, 1, 2047, 2048, 4095, 4096, 4097, 65536, 300_000])
        {
            byte[] bytes = [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7))];
            Write($"etc/{size}", bytes);

            Assert.True(_files.TryRead(Encoding.UTF8.GetBytes($"/etc/{size}"), _buffer));

            Assert.True(_buffer.Span.SequenceEqual(bytes), $"{size} bytes");
        }
    }

    [Fact]
    public void A_kept_open_file_gives_what_is_in_it_now()
    {
        Write("proc/loadavg", "1\n"u8);
        Assert.Equal("1\n", Read("/proc/loadavg"));

        File.WriteAllText(PathOf("proc/loadavg"), "22\n");

        Assert.Equal("22\n", Read("/proc/loadavg"));
    }

    [Fact]
    public void A_file_outside_proc_and_sys_may_be_replaced_under_its_name()
    {
        Write("etc/os-release", "old\n"u8);
        Assert.Equal("old\n", Read("/etc/os-release"));

        File.Delete(PathOf("etc/os-release"));
        Assert.Null(Read("/etc/os-release"));
        Write("etc/os-release", "new\n"u8);

        Assert.Equal("new\n", Read("/etc/os-release"));
    }

    [Fact]
    public void Of_a_process_its_stat_is_kept_from_the_second_reading_on_and_nothing_else()
    {
        foreach (string file in (string[])["stat", "statm"])
        {
            Write($"proc/41/{file}", "first\n"u8);
            Read($"/proc/41/{file}");
            Read($"/proc/41/{file}");
            File.Delete(PathOf($"proc/41/{file}"));
        }

        Assert.Equal("first\n", Read("/proc/41/stat"));
        Assert.Null(Read("/proc/41/statm"));
    }

    [Fact]
    public void The_file_of_a_process_that_nobody_reads_any_more_is_closed_by_the_third_listing()
    {
        Write("proc/41/stat", "first\n"u8);
        Read("/proc/41/stat");
        Read("/proc/41/stat");
        File.Delete(PathOf("proc/41/stat"));

        for (int listing = 0; listing < 3; listing++)
            Assert.True(_files.TryList("/proc"u8, _buffer));

        Assert.Null(Read("/proc/41/stat"));
    }

    [Fact]
    public void A_descriptor_of_an_ended_process_says_that_it_is_gone()
    {
        using var live = new FileKernelSource();
        using Process child = Process.Start("sleep", "600");
        string name = $"/proc/{child.Id}/stat";
        Assert.Contains("(sleep)", Read(name, live), StringComparison.Ordinal);
        Assert.Contains("(sleep)", Read(name, live), StringComparison.Ordinal);

        child.Kill();
        child.WaitForExit();

        Assert.Null(Read(name, live));
        Assert.Equal(Refusal.Absent, _buffer.Refusal);
    }

    [Fact]
    public void What_is_not_there_or_is_no_file_is_absent()
    {
        Write("etc/passwd", "x"u8);
        Directory.CreateDirectory(PathOf("proc/net"));

        foreach (string name in (string[])["/none", "/etc/passwd/deeper", "/proc/net"])
        {
            Assert.Null(Read(name));
            Assert.Equal(Refusal.Absent, _buffer.Refusal);
            Assert.NotEqual(0, _buffer.Errno);
        }
    }

    [Fact]
    public void A_pipe_without_a_writer_does_not_hang_and_is_absent()
    {
        Directory.CreateDirectory(PathOf("proc"));
        Run("mkfifo", PathOf("proc/pipe"));

        Assert.Null(Read("/proc/pipe"));

        Assert.Equal(Refusal.Absent, _buffer.Refusal);
    }

    [Fact]
    public void What_the_kernel_forbids_is_denied()
    {
        using var live = new FileKernelSource();

        Assert.Null(Read("/proc/sys/vm/compact_memory", live));      // may be written only, even by root

        Assert.Equal(Refusal.Denied, _buffer.Refusal);
    }

    [Fact]
    public void A_failure_of_any_other_kind_names_the_file_and_the_error()
    {
        Directory.CreateDirectory(PathOf("etc"));
        File.CreateSymbolicLink(PathOf("etc/loop"), PathOf("etc/loop"));

        var failure = Assert.Throws<IOException>(() => Read("/etc/loop"));

        Assert.StartsWith("/etc/loop: expected to read it, got error 40", failure.Message);
    }

    [Fact]
    public void A_listing_is_the_names_in_the_folder_however_many()
    {
        Directory.CreateDirectory(PathOf("many"));
        string[] expected = [.. Enumerable.Range(0, 1500).Select(i => $"entry-{i}-{new string('x', i % 90)}"), "b\"\u00e4\n"];
        foreach (string name in expected)
            File.WriteAllText(PathOf($"many/{name}"), "");

        Assert.True(_files.TryList("/many"u8, _buffer));

        Assert.Equal(expected.Order(StringComparer.Ordinal), Listed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_is_a_file_is_absent()
    {
        Write("etc/passwd", "x"u8);

        Assert.False(_files.TryList("/none"u8, _buffer));
        Assert.Equal(Refusal.Absent, _buffer.Refusal);
        Assert.False(_files.TryList("/etc/passwd"u8, _buffer));
        Assert.Equal(Refusal.Absent, _buffer.Refusal);
    }

    [Fact]
    public void The_live_kernel_is_read_to_its_end()
    {
        using var live = new FileKernelSource();

        foreach (string name in (string[])["/proc/stat", "/proc/vmstat", "/proc/filesystems", "/proc/cpuinfo", "/proc/devices", "/proc/self/maps"])
        {
            // Numbers move between two reads; the lines' first words do not.
            string[] expected = FirstWords(File.ReadAllText(name));
            for (int i = 0; i < 3; i++)
            {
                Assert.True(live.TryRead(Encoding.UTF8.GetBytes(name), _buffer));
                if (name != "/proc/self/maps")
                    Assert.Equal(expected, FirstWords(Encoding.UTF8.GetString(_buffer.Span)));
                Assert.Equal((byte)'\n', _buffer.Span[^1]);
            }
        }
    }

    [Fact]
    public void A_mount_table_with_a_very_long_line_in_it_is_read_to_its_end()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Mounting needs root.");
        string deep = "$1" + string.Concat(Enumerable.Repeat("/" + new string('d', 240), 12));
        using Process shell = Start("unshare", "-m", "sh", "-c",
            $"cd $1 && mount -t tmpfs short $1 && mkdir -p {deep} && mount -t tmpfs long {deep} && mount -t tmpfs last /mnt && echo ready && read end", "sh", _folder.FullName);
        Assert.Equal("ready", shell.StandardOutput.ReadLine());
        using var live = new FileKernelSource();

        bool given = live.TryRead(Encoding.UTF8.GetBytes($"/proc/{shell.Id}/mountinfo"), _buffer);
        shell.StandardInput.Close();
        shell.WaitForExit();

        Assert.True(given);
        Assert.Contains(" /mnt ", Encoding.UTF8.GetString(_buffer.Span));
    }

    [Fact]
    public void A_device_that_has_gone_is_absent_and_one_of_the_same_name_is_read_anew()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Making a network device needs root.");
        // A network namespace of the test's own, seen through its own sysfs.
        using Process shell = Start("unshare", "-n", "-m", "sh", "-c",
            "mount -t sysfs none /sys && ip link add pr0 type veth peer name pr1 && echo ready && read next && ip link del pr0 && echo gone && read next"
            + " && ip link add pr0 mtu 1400 type veth peer name pr1 && echo back && read end");
        Assert.Equal("ready", shell.StandardOutput.ReadLine());
        using var other = new FileKernelSource($"/proc/{shell.Id}/root");

        string? before = Read("/sys/class/net/pr0/mtu", other), again = Read("/sys/class/net/pr0/mtu", other);
        Tell(shell, "gone");
        string? gone = Read("/sys/class/net/pr0/mtu", other);
        Refusal refusal = _buffer.Refusal;
        Tell(shell, "back");
        string? back = Read("/sys/class/net/pr0/mtu", other);
        shell.StandardInput.Close();
        shell.WaitForExit();

        Assert.Equal(("1500\n", "1500\n"), (before, again));
        Assert.Equal((null, Refusal.Absent), (gone, refusal));
        Assert.Equal("1400\n", back);
    }

    [Fact]
    public void Reading_and_listing_again_allocate_nothing()
    {
        using var live = new FileKernelSource();

        Assert.Equal(0, Allocated.By(() =>
        {
            live.TryRead("/proc/stat"u8, _buffer);
            live.TryRead("/proc/1/stat"u8, _buffer);
            live.TryRead("/etc/none"u8, _buffer);
            live.TryList("/proc"u8, _buffer);
        }));
    }

    [Fact]
    public void Files_kept_open_are_limited_and_closed_at_the_end()
    {
        for (int i = 0; i < FileKernelSource.MostOpen + 50; i++)
        {
            Write($"sys/{i}", "1\n"u8);
            Assert.Equal("1\n", Read($"/sys/{i}"));
        }

        Assert.Equal(0, OpenBelowFolder());     // what was read once
        for (int i = 0; i < FileKernelSource.MostOpen + 50; i++)
            Assert.Equal("1\n", Read($"/sys/{i}"));

        Assert.InRange(OpenBelowFolder(), 1, FileKernelSource.MostOpen);
        _files.Dispose();

        Assert.Equal(0, OpenBelowFolder());
        Assert.Equal("1\n", Read("/sys/0"));
    }

    private int OpenBelowFolder() => new DirectoryInfo("/proc/self/fd").GetFiles()
        .Count(f => f.LinkTarget?.StartsWith(_folder.FullName, StringComparison.Ordinal) ?? false);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    private string? Read(string name, FileKernelSource? files = null) =>
        (files ?? _files).TryRead(Encoding.UTF8.GetBytes(name), _buffer) ? Encoding.UTF8.GetString(_buffer.Span) : null;

    private List<string> Listed()
    {
        var names = new KernelNames(_buffer.Span);
        var listed = new List<string>();
        while (names.TryRead(out ReadOnlySpan<byte> name))
            listed.Add(Encoding.UTF8.GetString(name));
        return listed;
    }

    private static string[] FirstWords(string text) => [.. text.Split('\n').Select(l => l.Split(' ', '\t')[0])];

    private static void Run(string file, params string[] arguments)
    {
        using Process process = Start(file, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start(string file, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static void Tell(Process shell, string answer)
    {
        shell.StandardInput.WriteLine();
        shell.StandardInput.Flush();
        Assert.Equal(answer, shell.StandardOutput.ReadLine());
    }
}
