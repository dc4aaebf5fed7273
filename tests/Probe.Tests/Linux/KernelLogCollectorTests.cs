using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class KernelLogCollectorTests
{
    private readonly FakeKernel _kernel = new();
    private readonly KernelLogCollector _collector;

    public KernelLogCollectorTests() => _collector = new KernelLogCollector(ContextOf(_kernel));

    [Fact]
    public void Records_are_counted_once_by_the_severity_in_their_priority()
    {
        Snapshot first = Pass("6,0,100,-;one\n SUBSYSTEM=pci\n3,1,200,-;two\n30,2,300,-;of a daemon\n");
        Snapshot later = Pass("6,0,100,-;one\n3,1,200,-;two\n30,2,300,-;of a daemon\n3,3,400,-;four, with, commas\n");

        Assert.Equal((2, 1), (first.Value(Machine.InfoKernelLogMessages), first.Value(Machine.ErrorKernelLogMessages)));
        Assert.Equal((2, 2), (later.Value(Machine.InfoKernelLogMessages), later.Value(Machine.ErrorKernelLogMessages)));
        Assert.Equal(0, later.Value(Machine.EmergencyKernelLogMessages));
        Assert.Equal(Host.Boot, later[Machine.KernelLog].Rows[0].Since);
    }

    [Fact]
    public void Where_the_oldest_were_overwritten_the_counts_began_with_what_was_left()
    {
        Snapshot first = Pass("6,50,2000000,-;fifty\n");

        Assert.Equal(1, first.Value(Machine.InfoKernelLogMessages));
        Assert.Equal(Host.Boot + TimeSpan.FromSeconds(2), first[Machine.KernelLog].Rows[0].Since);
    }

    [Fact]
    public void Records_lost_between_two_passes_make_the_counts_begin_anew()
    {
        Pass("6,0,100,-;one\n6,1,200,-;two\n");
        Snapshot later = Pass("6,9,3000000,-;ten\n");

        Assert.Equal(1, later.Value(Machine.InfoKernelLogMessages));
        Assert.Equal(Host.Boot + TimeSpan.FromSeconds(3), later[Machine.KernelLog].Rows[0].Since);
    }

    [Fact]
    public void The_live_log_is_read_to_its_end()
    {
        var buffer = new Probe.Kernel.KernelBuffer();
        bool isGiven = LinuxPlatform.Create("/", TimeProvider.System).Kernel.TryRead("/call/kmsg"u8, buffer);

        Assert.SkipUnless(isGiven, "The kernel's log may not be read here.");
        string[] records = [.. System.Text.Encoding.UTF8.GetString(buffer.Span).Split('\n').Where(l => l.Length > 0 && l[0] != ' ')];
        long[] sequences = [.. records.Select(r => long.Parse(r.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.NotEmpty(sequences);
        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(sequences.Length, sequences.Distinct().Count());
    }

    private Snapshot Pass(string records)
    {
        _kernel["/call/kmsg"] = records;
        Snapshot snapshot = MakeSnapshot();
        _collector.Collect(snapshot);
        return snapshot;
    }
}
