using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class NetworkCollectorTests
{
    private readonly FakeKernel _kernel = new();
    private readonly FakeTimeProvider _clock = MakeClock();
    private readonly NetworkCollector _collector;

    public NetworkCollectorTests() => _collector = new NetworkCollector(ContextOf(_kernel, _clock));

    [Fact]
    public void Each_field_of_a_line_has_its_column_and_sums_over_kinds_of_error_have_none()
    {
        Snapshot snapshot = Pass("eth0: 9007199254740993 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16");

        Assert.Equal(9007199254740993, snapshot[NetworkInterfaces.Traffic].Longs(NetworkInterfaces.ReceiveIo)[0]);    // past 2^53
        Assert.Equal([3, 4, 5, 7, 8, 9, 11, 12, 13, 14, 16],
        [
            .. new[]
            {
                NetworkInterfaces.ReceiveErrors, NetworkInterfaces.ReceiveDropped, NetworkInterfaces.ReceiveFifoInterfaceErrors,
                NetworkInterfaces.ReceiveCompressedPackets, NetworkInterfaces.ReceiveMulticastPackets, NetworkInterfaces.TransmitIo,
                NetworkInterfaces.TransmitErrors, NetworkInterfaces.TransmitDropped, NetworkInterfaces.TransmitFifoInterfaceErrors,
                NetworkInterfaces.Collisions, NetworkInterfaces.TransmitCompressedPackets,
            }.Select(column => snapshot.Value(column, "eth0")),
        ]);
        Assert.Equal(2, snapshot.Value(NetworkInterfaces.ReceivePacketCount, "eth0"));
        Assert.Equal(10, snapshot.Value(NetworkInterfaces.TransmitPacketCount, "eth0"));
        Assert.True(double.IsNaN(snapshot.Value(NetworkInterfaces.ReceiveFrameInterfaceErrors, "eth0")));
        Assert.True(double.IsNaN(snapshot.Value(NetworkInterfaces.TransmitCarrierInterfaceErrors, "eth0")));
    }

    [Fact]
    public void Old_kernels_leave_no_blank_behind_the_colon() =>
        Assert.Equal(12345, Pass("eth0:12345 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16").Value(NetworkInterfaces.ReceiveIo, "eth0"));

    [Fact]
    public void An_interface_made_anew_under_its_name_began_after_the_pass_before()
    {
        Pass("veth0: 1000 2 0 0 0 0 0 0 500 3 0 0 0 0 0 0");
        Timestamp before = Timestamp.From(_clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(10));
        Snapshot anew = Pass("veth0: 10 1 0 0 0 0 0 0 700 4 0 0 0 0 0 0");
        Snapshot later = Pass("veth0: 11 1 0 0 0 0 0 0 700 4 0 0 0 0 0 0");

        Assert.Equal(before, anew[NetworkInterfaces.Traffic].Rows[0].Since);
        Assert.Equal(before, anew[NetworkInterfaces.Packets].Rows[0].Since);
        Assert.Same(anew[NetworkInterfaces.Traffic].Rows[0], later[NetworkInterfaces.Traffic].Rows[0]);
    }

    [Fact]
    public void An_interface_that_went_for_a_pass_and_came_back_is_another()
    {
        Entity first = Pass("veth0: 1000 2 0 0 0 0 0 0 500 3 0 0 0 0 0 0")[NetworkInterfaces.Traffic].Rows[0];
        Pass("lo: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0");

        Snapshot again = Pass("veth0: 2000 3 0 0 0 0 0 0 600 4 0 0 0 0 0 0");

        Assert.NotSame(first, again[NetworkInterfaces.Traffic].Rows[0]);
    }

    private Snapshot Pass(string line)
    {
        _kernel["/proc/net/dev"] = $"Inter-|   Receive  |  Transmit\n face |bytes packets|bytes packets\n  {line}\n";
        Snapshot snapshot = MakeSnapshot();
        _collector.Collect(snapshot);
        return snapshot;
    }
}
