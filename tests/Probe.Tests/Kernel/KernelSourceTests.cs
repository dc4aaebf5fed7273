using System.Text;
using Probe.Kernel;

namespace Probe.Tests.Kernel;

/// <summary>The small parts: buffers, listings, mounts and meters.</summary>
public class KernelSourceTests
{
    private readonly KernelBuffer _buffer = new();

    [Fact]
    public void A_buffer_says_what_it_was_given_or_why_it_was_not()
    {
        _buffer.Accept("abc"u8);
        Assert.Equal("abc", Text());

        Assert.False(_buffer.Refuse(Refusal.Denied, 13));
        Assert.Equal(("", Refusal.Denied, 13), (Text(), _buffer.Refusal, _buffer.Errno));

        _buffer.Accept("d"u8);
        Assert.Equal(("d", Refusal.None, 0), (Text(), _buffer.Refusal, _buffer.Errno));
    }

    [Fact]
    public void A_buffer_grows_and_keeps_what_is_in_it()
    {
        byte[] large = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
        int before = _buffer.Room.Length;
        _buffer.Accept(large.AsSpan(0, before));

        _buffer.Grow();

        Assert.Equal(before * 2, _buffer.Room.Length);
        Assert.True(_buffer.Span.SequenceEqual(large.AsSpan(0, before)));
        _buffer.Accept(large);
        Assert.True(_buffer.Span.SequenceEqual(large));
        Assert.Throws<ArgumentOutOfRangeException>(() => _buffer.Accept(_buffer.Room.Length + 1));
    }

    [Fact]
    public void A_listing_is_its_names_and_a_cut_one_loses_the_last()
    {
        byte[] listing = Encoding.UTF8.GetBytes("41\0self\0\0net\0");

        Assert.Equal(["41", "self", "", "net"], Names(listing));
        for (int cut = 0; cut < listing.Length; cut++)
            Assert.Equal(Names(listing).Take(listing.AsSpan(0, cut).Count((byte)0)), Names(listing[..cut]));
    }

    [Fact]
    public void The_longest_prefix_that_fits_takes_a_name()
    {
        var (root, call, deeper) = (new FakeKernel(), new FakeKernel(), new FakeKernel());
        var mounts = new KernelMounts(root, ("/statvfs/", call), ("/statvfs/var/", deeper));

        mounts.TryRead("/proc/stat"u8, _buffer);
        mounts.TryRead("/statvfs"u8, _buffer);
        mounts.TryRead("/statvfs/home"u8, _buffer);
        mounts.TryList("/statvfs/var/lib"u8, _buffer);

        Assert.Equal(["/proc/stat", "/statvfs"], root.Asked);
        Assert.Equal(["/statvfs/home"], call.Asked);
        Assert.Equal(["/statvfs/var/lib"], deeper.Asked);
    }

    [Fact]
    public void A_source_that_has_nothing_says_absent()
    {
        Assert.False(AbsentKernelSource.Instance.TryRead("/bpf/tasks"u8, _buffer));
        Assert.Equal(Refusal.Absent, _buffer.Refusal);
        Assert.False(AbsentKernelSource.Instance.TryList("/bpf"u8, _buffer));
    }

    [Fact]
    public void A_meter_counts_questions_bytes_and_refusals_by_reason()
    {
        var kernel = new FakeKernel { ["/proc/loadavg"] = "0.1 0.2", ["/proc"] = "1\0" };
        var meter = new MeteredKernelSource(new Refusing(kernel));

        meter.TryRead("/proc/loadavg"u8, _buffer);
        meter.TryList("/proc"u8, _buffer);
        meter.TryRead("/proc/gone"u8, _buffer);
        meter.TryRead("/denied/a"u8, _buffer);
        meter.TryRead("/denied/b"u8, _buffer);
        meter.TryRead("/stalled"u8, _buffer);

        Assert.Equal((6, 9, 4, 2, 1), (meter.Calls, meter.Bytes, meter.Refused, meter.Denied, meter.Stalled));
        Assert.Equal("/denied/a", meter.DeniedName);
    }

    private string Text() => Encoding.UTF8.GetString(_buffer.Span);

    private static List<string> Names(byte[] listing)
    {
        var names = new KernelNames(listing);
        var read = new List<string>();
        while (names.TryRead(out ReadOnlySpan<byte> name))
            read.Add(Encoding.UTF8.GetString(name));
        return read;
    }

    private sealed class Refusing(IKernelSource rest) : IKernelSource
    {
        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) =>
            name.StartsWith("/denied"u8) ? buffer.Refuse(Refusal.Denied, 13)
            : name.StartsWith("/stalled"u8) ? buffer.Refuse(Refusal.Stalled)
            : rest.TryRead(name, buffer);

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => rest.TryList(name, names);
    }
}
