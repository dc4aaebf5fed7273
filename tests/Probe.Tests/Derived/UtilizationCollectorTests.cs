using Probe.Catalog;
using Probe.Derived;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Derived;

public sealed class UtilizationCollectorTests
{
    [Fact]
    public void Memory_is_shared_out_of_its_limit()
    {
        var memory = new Entity(Memory.Usage, Collecting.Host.Boot);
        var host = new DerivedHost([Memory.Usage], c => new MemoryUtilizationCollector(c));

        Snapshot snapshot = host.Pass(s =>
        {
            Table.Row row = s[Memory.Usage].Add(memory);
            row.Set(Memory.Limit, 1000);
            row.Set(Memory.UsedUsageBytes, 250);
            row.Set(Memory.FreeUsageBytes, 1001);       // more than there is: a torn reading
            row.Set(Memory.HugePageLimit, 0);
            row.Set(Memory.FreeHugePageUsage, 0);
        });

        Assert.Equal(0.25, snapshot.Value(Memory.UsedUsageUtilization));
        Assert.True(double.IsNaN(snapshot.Value(Memory.FreeUsageUtilization)));
        Assert.True(double.IsNaN(snapshot.Value(Memory.CachedUsageUtilization)));
        Assert.True(double.IsNaN(snapshot.Value(Memory.FreeHugePageUtilization)));
        Assert.Equal(0, host.MeasureAllocation());
    }

    [Fact]
    public void Each_swap_device_is_shared_out_of_its_own_limit()
    {
        var device = new Entity(Paging.Swaps, Collecting.Host.Boot, "/dev/sda2");
        var empty = new Entity(Paging.Swaps, Collecting.Host.Boot, "/dev/sdb2");
        var host = new DerivedHost([Paging.Swaps], c => new SwapUtilizationCollector(c));

        Snapshot snapshot = host.Pass(s =>
        {
            Fill(s[Paging.Swaps].Add(device), 3, 1, 4);
            Fill(s[Paging.Swaps].Add(empty), 0, 0, 0);
        });

        Assert.Equal(0.75, snapshot.Value(Paging.UsedSwapUtilizationRatio, "/dev/sda2"));
        Assert.Equal(0.25, snapshot.Value(Paging.FreeSwapUtilizationRatio, "/dev/sda2"));
        Assert.True(double.IsNaN(snapshot.Value(Paging.UsedSwapUtilizationRatio, "/dev/sdb2")));
        Assert.Equal(0, host.MeasureAllocation());
    }

    [Fact]
    public void A_disk_made_anew_under_its_name_has_no_share_until_its_second_pass()
    {
        var host = new DerivedHost([Disk.Devices], c => new DiskUtilizationCollector(c));
        var disk = new Entity(Disk.Devices, Collecting.Host.Boot, "sda");
        var again = new Entity(Disk.Devices, Collecting.Host.Boot + TimeSpan.FromHours(1), "sda");

        host.Pass(s => Fill(s, disk, 100));
        host.Wait(10);
        double busy = host.Pass(s => Fill(s, disk, 104)).Value(Disk.UtilizationRatio, "sda");
        host.Wait(10);
        Snapshot anew = host.Pass(s => Fill(s, again, 105));
        host.Wait(10);
        double later = host.Pass(s => Fill(s, again, 106)).Value(Disk.UtilizationRatio, "sda");

        Assert.Equal(0.4, busy, 12);
        Assert.Equal(0, anew.RowCount);
        Assert.Equal(0.1, later, 12);
        Assert.Equal(0, host.MeasureAllocation());
    }

    private static void Fill(Table.Row row, long used, long free, long limit)
    {
        row.Set(Paging.UsedSwapUsage, used);
        row.Set(Paging.FreeSwapUsage, free);
        row.Set(Paging.SwapLimit, limit);
    }

    private static void Fill(Snapshot snapshot, Entity disk, double ioTime)
    {
        Table.Row row = snapshot[Disk.Devices].Add(disk);
        row[Disk.IoTime] = ioTime;
    }
}
