using System.Text;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Tests.Collection;

namespace Probe.Tests.Kernel;

public sealed class RecordedHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("probe-test-").FullName;
    private readonly KernelBuffer _buffer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_recorded_is_played_back_byte_for_byte()
    {
        var kernel = new FakeKernel { ["/proc/a"] = "one\n", ["/sys/d"] = "x\0y\0" };
        kernel.Set("/call/b", [0, 255, 10, 13, 0]);
        var recording = new RecordingKernelSource(kernel);
        Assert.True(recording.TryRead("/proc/a"u8, _buffer));
        Assert.True(recording.TryRead("/call/b"u8, _buffer));
        Assert.True(recording.TryList("/sys/d"u8, _buffer));

        RecordedHost played = SaveAndLoad(recording);

        Assert.Equal("one\n"u8.ToArray(), Read(played, "/proc/a"));
        Assert.Equal([0, 255, 10, 13, 0], Read(played, "/call/b"));
        Assert.True(played.Kernel.TryList("/sys/d"u8, _buffer));
        Assert.Equal("x\0y\0"u8.ToArray(), _buffer.Span.ToArray());
    }

    [Fact]
    public void The_facts_and_the_time_come_back()
    {
        RecordedHost played = SaveAndLoad(new RecordingKernelSource(new FakeKernel()));

        Assert.Equal(Collecting.Host, played.Facts);
        Assert.Equal(new Timestamp(1_800_000_000_123_456_700), played.Time);
    }

    [Fact]
    public void A_refusal_comes_back_with_its_reason()
    {
        var recording = new RecordingKernelSource(new DenyingKernel());
        Assert.False(recording.TryRead("/proc/slabinfo"u8, _buffer));

        RecordedHost played = SaveAndLoad(recording);

        Assert.False(played.Kernel.TryRead("/proc/slabinfo"u8, _buffer));
        Assert.Equal((Refusal.Denied, 13), (_buffer.Refusal, _buffer.Errno));
        Assert.False(played.Kernel.TryRead("/proc/never-asked"u8, _buffer));
        Assert.Equal(Refusal.Absent, _buffer.Refusal);
    }

    [Fact]
    public void A_name_may_have_bytes_and_names_below_it()
    {
        var recording = new RecordingKernelSource(new FakeKernel { ["/call/s"] = "self", ["/call/s/var"] = "below" });
        Assert.True(recording.TryRead("/call/s"u8, _buffer));
        Assert.True(recording.TryRead("/call/s/var"u8, _buffer));

        RecordedHost played = SaveAndLoad(recording);

        Assert.Equal("self"u8.ToArray(), Read(played, "/call/s"));
        Assert.Equal("below"u8.ToArray(), Read(played, "/call/s/var"));
    }

    [Fact]
    public void A_folder_without_a_listing_of_its_own_lists_what_it_holds()
    {
        SaveAndLoad(new RecordingKernelSource(new FakeKernel()));
        Directory.CreateDirectory(Path.Combine(_folder, "kernel/sys/class/net/eth0"));
        File.WriteAllText(Path.Combine(_folder, "kernel/sys/class/net/bonding_masters"), "\n");

        RecordedHost played = RecordedHost.TryLoad(_folder)!;

        Assert.True(played.Kernel.TryList("/sys/class/net"u8, _buffer));
        Assert.Equal("bonding_masters\0eth0\0"u8.ToArray(), _buffer.Span.ToArray());
    }

    [Fact]
    public void A_folder_without_facts_is_no_recording() => Assert.Null(RecordedHost.TryLoad(_folder));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "boot": "yesterday", "clockTick": 0.01, "pageSize": 4096, "time": "2026-01-01T00:00:00Z" }""")]
    [InlineData("""{ "boot": "2026-01-01T00:00:00Z", "clockTick": "fast", "pageSize": 4096, "time": "2026-01-01T00:00:00Z" }""")]
    public void Facts_that_are_none_are_named_with_their_file(string json)
    {
        File.WriteAllText(Path.Combine(_folder, "host.json"), json);

        var e = Assert.Throws<InvalidDataException>(() => RecordedHost.TryLoad(_folder));
        Assert.Contains("host.json: expected the facts of a recorded host", e.Message);
    }

    private RecordedHost SaveAndLoad(RecordingKernelSource recording)
    {
        recording.Save(_folder, Collecting.Host, new Timestamp(1_800_000_000_123_456_700));
        return RecordedHost.TryLoad(_folder)!;
    }

    private byte[] Read(RecordedHost host, string name)
    {
        Assert.True(host.Kernel.TryRead(Encoding.UTF8.GetBytes(name), _buffer));
        return _buffer.Span.ToArray();
    }

    private sealed class DenyingKernel : IKernelSource
    {
        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => buffer.Refuse(Refusal.Denied, 13);

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Denied, 13);
    }
}
