using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the kernel's NFS client asks of its servers.</summary>
public static class NfsClient
{
    /// <summary>Records the NFS client exchanged, by transport.</summary>
    public static readonly Instrument NetRecords = Instrument.Counter("nfs.client.net.count", Unit.Of("record"), NumberType.Long,
        "Records the NFS client exchanged, by transport.")
        .From("/proc/net/rpc/nfs net").On(Systems.Linux);

    /// <summary><see cref="NetRecords"/> of <c>udp</c>.</summary>
    public static readonly Column UdpNetRecords = NetRecords.At((Attributes.NetworkTransport, "udp"));

    /// <summary><see cref="NetRecords"/> of <c>tcp</c>.</summary>
    public static readonly Column TcpNetRecords = NetRecords.At((Attributes.NetworkTransport, "tcp"));

    /// <summary>TCP connections of the NFS client that were established.</summary>
    public static readonly Column TcpConnections = Instrument.Counter("nfs.client.net.tcp.connection.accepted", Unit.Of("connection"), NumberType.Long,
        "TCP connections of the NFS client that were established.")
        .From("/proc/net/rpc/nfs net field 4").On(Systems.Linux);

    /// <summary>Remote procedure calls the NFS client made.</summary>
    public static readonly Column RpcRequests = Instrument.Counter("nfs.client.rpc.count", Unit.Of("request"), NumberType.Long,
        "Remote procedure calls the NFS client made.")
        .From("/proc/net/rpc/nfs rpc field 1").On(Systems.Linux);

    /// <summary>Remote procedure calls the NFS client had to send again.</summary>
    public static readonly Column RpcRetransmits = Instrument.Counter("nfs.client.rpc.retransmit.count", Unit.Of("retransmit"), NumberType.Long,
        "Remote procedure calls the NFS client had to send again.")
        .From("/proc/net/rpc/nfs rpc field 2").On(Systems.Linux);

    /// <summary>Times the NFS client renewed its credentials for a call.</summary>
    public static readonly Column RpcAuthRefreshes = Instrument.Counter("nfs.client.rpc.authrefresh.count", Unit.Of("authrefresh"), NumberType.Long,
        "Times the NFS client renewed its credentials for a call.")
        .From("/proc/net/rpc/nfs rpc field 3").On(Systems.Linux);

    /// <summary>NFS version 4 operations the client asked for, by name.</summary>
    public static readonly Column OperationCount = Instrument.Counter("nfs.client.operation.count", Unit.Of("operation"), NumberType.Long,
        "NFS version 4 operations the client asked for, by name.")
        .From("/proc/net/rpc/nfs proc4").On(Systems.Linux).Optional();

    /// <summary>NFS version 2 and 3 procedures the client called, by name.</summary>
    public static readonly Column ProcedureCount = Instrument.Counter("nfs.client.procedure.count", Unit.Of("procedure"), NumberType.Long,
        "NFS version 2 and 3 procedures the client called, by name.")
        .From("/proc/net/rpc/nfs proc2,proc3").On(Systems.Linux).Optional();

    /// <summary>Operations asked of the server of one NFS mount, by name.</summary>
    public static readonly Column MountOperations = Instrument.Counter("nfs.client.mount.operations", Unit.Of("operation"), NumberType.Long,
        "Operations asked of the server of one NFS mount, by name.")
        .From("/proc/self/mountstats per-op field 1").On(Systems.Linux).Optional();

    /// <summary>Time operations of one NFS mount spent waiting to be sent, between request and reply, and in all.</summary>
    public static readonly Instrument MountOperationTime = Instrument.Counter("nfs.client.mount.operation.time", Unit.Seconds, NumberType.Double,
        "Time operations of one NFS mount spent waiting to be sent, between request and reply, and in all.")
        .From("/proc/self/mountstats per-op fields 6,7,8 (ms)").On(Systems.Linux).Optional();

    /// <summary><see cref="MountOperationTime"/> of <c>queue</c>.</summary>
    public static readonly Column QueueMountOperationTime = MountOperationTime.At((Attributes.NfsClientMountPhase, "queue"));

    /// <summary><see cref="MountOperationTime"/> of <c>rtt</c>.</summary>
    public static readonly Column RttMountOperationTime = MountOperationTime.At((Attributes.NfsClientMountPhase, "rtt"));

    /// <summary><see cref="MountOperationTime"/> of <c>total</c>.</summary>
    public static readonly Column TotalMountOperationTime = MountOperationTime.At((Attributes.NfsClientMountPhase, "total"));

    /// <summary>Operations of one NFS mount that no reply came to in time.</summary>
    public static readonly Column MountTimeouts = Instrument.Counter("nfs.client.mount.timeouts", Unit.Of("timeout"), NumberType.Long,
        "Operations of one NFS mount that no reply came to in time.")
        .From("/proc/self/mountstats per-op field 3").On(Systems.Linux).Optional();

    /// <summary>Bytes read from and written to the server of one NFS mount.</summary>
    public static readonly Instrument MountIo = Instrument.Counter("nfs.client.mount.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to the server of one NFS mount.")
        .From("/proc/self/mountstats bytes (server read/write)").On(Systems.Linux).Optional();

    /// <summary><see cref="MountIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadMountIo = MountIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="MountIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteMountIo = MountIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Table <c>nfs.client</c>: one row.</summary>
    public static readonly Schema Calls = new("nfs.client", resourceKeys: [], keys: [], details: [],
        columns: [UdpNetRecords, TcpNetRecords, TcpConnections, RpcRequests, RpcRetransmits, RpcAuthRefreshes], Scope.Host);

    /// <summary>Table <c>nfs.client.operations</c>: a row for each <c>onc_rpc.version</c> and <c>nfs.operation.name</c>.</summary>
    public static readonly Schema Operations = new("nfs.client.operations", resourceKeys: [], keys: [Attributes.OncRpcVersion, Attributes.NfsOperationName], details: [],
        columns: [OperationCount], Scope.Host);

    /// <summary>Table <c>nfs.client.procedures</c>: a row for each <c>onc_rpc.version</c> and <c>onc_rpc.procedure.name</c>.</summary>
    public static readonly Schema Procedures = new("nfs.client.procedures", resourceKeys: [], keys: [Attributes.OncRpcVersion, Attributes.OncRpcProcedureName], details: [],
        columns: [ProcedureCount], Scope.Host);

    /// <summary>Table <c>nfs.mount</c>: a row for each <c>system.filesystem.mountpoint</c>.</summary>
    public static readonly Schema Mounts = new("nfs.mount", resourceKeys: [], keys: [Attributes.SystemFilesystemMountpoint], details: [],
        columns: [ReadMountIo, WriteMountIo], Scope.Host);

    /// <summary>Table <c>nfs.mount.operations</c>: a row for each <c>system.filesystem.mountpoint</c> and <c>nfs.operation.name</c>.</summary>
    public static readonly Schema MountCalls = new("nfs.mount.operations", resourceKeys: [],
        keys: [Attributes.SystemFilesystemMountpoint, Attributes.NfsOperationName], details: [],
        columns: [MountOperations, QueueMountOperationTime, RttMountOperationTime, TotalMountOperationTime, MountTimeouts],
            Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Calls, Operations, Procedures, Mounts, MountCalls];
}
