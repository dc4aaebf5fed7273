using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class DiskCollectorTests
{
    private readonly FakeKernel _kernel = new();
    private readonly FakeTimeProvider _clock = MakeClock();
    private readonly DiskCollector _collector;

    public DiskCollectorTests() => _collector = new DiskCollector(ContextOf(_kernel, _clock));

    [Fact]
    public void Each_field_of_a_line_has_its_column_and_unit()
    {
        Snapshot snapshot = Pass("8 0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17");

        Assert.Equal([1, 2, 3 * 512, 0.004, 5, 6, 7 * 512, 0.008, 9, 0.010, 0.011, 12, 13, 14 * 512, 0.015, 16, 0.017],
        [
            .. new[]
            {
                Disk.ReadOperations, Disk.ReadMerged, Disk.ReadIo, Disk.ReadOperationTime, Disk.WriteOperations, Disk.WriteMerged, Disk.WriteIo,
                Disk.WriteOperationTime, Disk.Pending, Disk.IoTime, Disk.WeightedIoTime, Disk.DiscardOperations, Disk.DiscardMerged, Disk.DiscardIo,
                Disk.DiscardTime, Disk.FlushOperations, Disk.FlushTime,
            }.Select(column => snapshot.Value(column, "sda")),
        ]);
    }

    [Fact]
    public void A_time_of_32_bits_that_wraps_goes_on()
    {
        Pass("8 0 sda 100 0 0 4294967290 0 0 0 0 0 0 0 0 0 0 0 0 0");
        Snapshot wrapped = Pass("8 0 sda 101 0 0 4 0 0 0 0 0 0 0 0 0 0 0 0 0");
        Snapshot later = Pass("8 0 sda 102 0 0 9 0 0 0 0 0 0 0 0 0 0 0 0 0");

        Assert.Equal(4294967.300, wrapped.Value(Disk.ReadOperationTime, "sda"));
        Assert.Equal(4294967.305, later.Value(Disk.ReadOperationTime, "sda"));
        Assert.Equal(Host.Boot, later[Disk.Devices].Rows[0].Since);
    }

    [Fact]
    public void A_disk_made_anew_under_its_name_began_after_the_pass_before()
    {
        Pass("8 0 sda 100 0 0 4294967290 0 0 0 0 7 0 0 0 0 0 0 0 0");
        Timestamp before = Now;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Snapshot anew = Pass("8 0 sda 3 0 0 4 0 0 0 0 0 0 0 0 0 0 0 0 0");
        Snapshot later = Pass("8 0 sda 4 0 0 5 0 0 0 0 0 0 0 0 0 0 0 0 0");

        Assert.Equal(before, anew[Disk.Devices].Rows[0].Since);
        Assert.Equal(0.004, anew.Value(Disk.ReadOperationTime, "sda"));     // its past is not its own
        Assert.Same(anew[Disk.Devices].Rows[0], later[Disk.Devices].Rows[0]);
        Assert.Equal(0.005, later.Value(Disk.ReadOperationTime, "sda"));
    }

    [Fact]
    public void Requests_in_flight_may_fall_and_nothing_begins_anew()
    {
        Snapshot first = Pass("8 0 sda 100 0 0 0 0 0 0 0 7 0 0 0 0 0 0 0 0");
        Snapshot later = Pass("8 0 sda 100 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 0");

        Assert.Same(first[Disk.Devices].Rows[0], later[Disk.Devices].Rows[0]);
        Assert.Equal(2, later.Value(Disk.Pending, "sda"));
    }

    [Fact]
    public void A_disk_plugged_in_began_after_the_last_pass_without_it()
    {
        Pass("8 0 sda 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
        Timestamp before = Now;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Snapshot both = Pass("8 0 sda 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n8 16 sdb 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");

        Assert.Equal([Host.Boot, before], both[Disk.Devices].Rows.ToArray().Select(r => r.Since));
    }

    [Fact]
    public void Partitions_are_left_to_their_disk_and_unused_loops_out()
    {
        _kernel["/sys/block"] = "sda\0loop0\0loop1\0cciss!c0d0\0";

        Snapshot snapshot = Pass("""
            8 0 sda 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            8 1 sda1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            7 0 loop0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            7 1 loop1 1 0 8 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            104 0 cciss/c0d0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            """);

        Assert.Equal(["sda", "loop1", "cciss/c0d0"], snapshot[Disk.Devices].Rows.ToArray().Select(r => r.Values[0]));
    }

    private Timestamp Now => Timestamp.From(_clock.GetUtcNow());

    private Snapshot Pass(string lines)
    {
        _kernel["/proc/diskstats"] = lines + "\n";
        Snapshot snapshot = MakeSnapshot();
        _collector.Collect(snapshot);
        return snapshot;
    }
}
