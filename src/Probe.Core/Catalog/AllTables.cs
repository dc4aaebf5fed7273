using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Every table there is: the catalog's table of contents.</summary>
public static class AllTables
{
    /// <summary>The tables, subject by subject.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        .. Cpu.Schemas,
        .. CpuHardware.Schemas,
        .. Memory.Schemas,
        .. MemoryDetail.Schemas,
        .. Paging.Schemas,
        .. Pressure.Schemas,
        .. Machine.Schemas,
        .. Systemd.Schemas,
        .. Self.Schemas,
        .. Disk.Schemas,
        .. Filesystems.Schemas,
        .. Ext4.Schemas,
        .. Xfs.Schemas,
        .. NfsClient.Schemas,
        .. NfsServer.Schemas,
        .. NetworkInterfaces.Schemas,
        .. NetworkLinks.Schemas,
        .. Wireless.Schemas,
        .. PacketQueues.Schemas,
        .. Ip.Schemas,
        .. Tcp.Schemas,
        .. Sockets.Schemas,
        .. Neighbors.Schemas,
        .. PacketFilter.Schemas,
        .. ProcessCounts.Schemas,
        .. Processes.Schemas,
        .. ProcessDetail.Schemas,
        .. ProcessGroups.Schemas,
        .. Containers.Schemas,
        .. ContainerMemory.Schemas,
        .. ContainerIo.Schemas,
        .. ContainerState.Schemas,
        .. ControlGroups.Schemas,
        .. Pods.Schemas,
        .. Hardware.Schemas,
        .. Fabrics.Schemas,
        .. Power.Schemas,
        .. PowerSupplies.Schemas,
        .. Sensors.Schemas,
        .. Gpu.Schemas,
        .. GpuHealth.Schemas,
        .. PhysicalDisks.Schemas,
        .. LogicalDisks.Schemas,
        .. Btrfs.Schemas,
        .. Zfs.Schemas,
        .. BlockCaches.Schemas,
        .. Dmi.Schemas,
        .. TracedScheduling.Schemas,
        .. TracedCalls.Schemas,
        .. TracedNetwork.Schemas,
        .. Perf.Schemas,
    ];
}
