using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the kernel's NFS server does for its clients.</summary>
public static class NfsServer
{
    /// <summary>Bytes clients wrote to the NFS server (received) and read from it (transmitted).</summary>
    public static readonly Instrument Io = Instrument.Counter("nfs.server.io", Unit.Bytes, NumberType.Long,
        "Bytes clients wrote to the NFS server (received) and read from it (transmitted).")
        .From("/proc/net/rpc/nfsd io (the registry text pairs receive with read, transmit with write)").On(Systems.Linux);

    /// <summary><see cref="Io"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIo = Io.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Io"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIo = Io.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Threads of the NFS server.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("nfs.server.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads of the NFS server.")
        .From("/proc/net/rpc/nfsd th").On(Systems.Linux);

    /// <summary>Requests the NFS server looked up in its cache of replies, and what it found.</summary>
    public static readonly Instrument ReplyCacheRequests = Instrument.Counter("nfs.server.repcache.requests", Unit.Of("request"), NumberType.Long,
        "Requests the NFS server looked up in its cache of replies, and what it found.")
        .From("/proc/net/rpc/nfsd rc").On(Systems.Linux);

    /// <summary><see cref="ReplyCacheRequests"/> of <c>hit</c>.</summary>
    public static readonly Column HitReplyCacheRequests = ReplyCacheRequests.At((Attributes.NfsServerRepcacheStatus, "hit"));

    /// <summary><see cref="ReplyCacheRequests"/> of <c>miss</c>.</summary>
    public static readonly Column MissReplyCacheRequests = ReplyCacheRequests.At((Attributes.NfsServerRepcacheStatus, "miss"));

    /// <summary><see cref="ReplyCacheRequests"/> of <c>nocache</c>.</summary>
    public static readonly Column NocacheReplyCacheRequests = ReplyCacheRequests.At((Attributes.NfsServerRepcacheStatus, "nocache"));

    /// <summary>Requests to the NFS server for a file that no longer exists.</summary>
    public static readonly Column StaleHandles = Instrument.Counter("nfs.server.fh.stale.count", Unit.Of("fh"), NumberType.Long,
        "Requests to the NFS server for a file that no longer exists.")
        .From("/proc/net/rpc/nfsd fh").On(Systems.Linux);

    /// <summary>Records the NFS server exchanged, by transport.</summary>
    public static readonly Instrument NetRecords = Instrument.Counter("nfs.server.net.count", Unit.Of("record"), NumberType.Long,
        "Records the NFS server exchanged, by transport.")
        .From("/proc/net/rpc/nfsd net").On(Systems.Linux);

    /// <summary><see cref="NetRecords"/> of <c>udp</c>.</summary>
    public static readonly Column UdpNetRecords = NetRecords.At((Attributes.NetworkTransport, "udp"));

    /// <summary><see cref="NetRecords"/> of <c>tcp</c>.</summary>
    public static readonly Column TcpNetRecords = NetRecords.At((Attributes.NetworkTransport, "tcp"));

    /// <summary>TCP connections the NFS server accepted.</summary>
    public static readonly Column TcpConnections = Instrument.Counter("nfs.server.net.tcp.connection.accepted", Unit.Of("connection"), NumberType.Long,
        "TCP connections the NFS server accepted.")
        .From("/proc/net/rpc/nfsd net field 4").On(Systems.Linux);

    /// <summary>Remote procedure calls the NFS server refused, by what was wrong with them.</summary>
    public static readonly Instrument RpcRequests = Instrument.Counter("nfs.server.rpc.count", Unit.Of("request"), NumberType.Long,
        "Remote procedure calls the NFS server refused, by what was wrong with them.")
        .From("/proc/net/rpc/nfsd rpc").On(Systems.Linux);

    /// <summary><see cref="RpcRequests"/> of <c>format</c>.</summary>
    public static readonly Column FormatRpcRequests = RpcRequests.At((Attributes.ErrorType, "format"));

    /// <summary><see cref="RpcRequests"/> of <c>auth</c>.</summary>
    public static readonly Column AuthRpcRequests = RpcRequests.At((Attributes.ErrorType, "auth"));

    /// <summary><see cref="RpcRequests"/> of <c>client</c>.</summary>
    public static readonly Column ClientRpcRequests = RpcRequests.At((Attributes.ErrorType, "client"));

    /// <summary>NFS version 4 operations the server carried out, by name.</summary>
    public static readonly Column OperationCount = Instrument.Counter("nfs.server.operation.count", Unit.Of("operation"), NumberType.Long,
        "NFS version 4 operations the server carried out, by name.")
        .From("/proc/net/rpc/nfsd proc4ops").On(Systems.Linux).Optional();

    /// <summary>NFS version 2 and 3 procedures the server carried out, by name.</summary>
    public static readonly Column ProcedureCount = Instrument.Counter("nfs.server.procedure.count", Unit.Of("procedure"), NumberType.Long,
        "NFS version 2 and 3 procedures the server carried out, by name.")
        .From("/proc/net/rpc/nfsd proc3").On(Systems.Linux).Optional();

    /// <summary>Table <c>nfs.server</c>: one row.</summary>
    public static readonly Schema Calls = new("nfs.server", resourceKeys: [], keys: [], details: [],
        columns: [ReceiveIo, TransmitIo, ThreadCount, HitReplyCacheRequests, MissReplyCacheRequests, NocacheReplyCacheRequests,
            StaleHandles, UdpNetRecords, TcpNetRecords, TcpConnections, FormatRpcRequests, AuthRpcRequests, ClientRpcRequests],
            Scope.Host);

    /// <summary>Table <c>nfs.server.operations</c>: a row for each <c>onc_rpc.version</c> and <c>nfs.operation.name</c>.</summary>
    public static readonly Schema Operations = new("nfs.server.operations", resourceKeys: [], keys: [Attributes.OncRpcVersion, Attributes.NfsOperationName], details: [],
        columns: [OperationCount], Scope.Host);

    /// <summary>Table <c>nfs.server.procedures</c>: a row for each <c>onc_rpc.version</c> and <c>onc_rpc.procedure.name</c>.</summary>
    public static readonly Schema Procedures = new("nfs.server.procedures", resourceKeys: [], keys: [Attributes.OncRpcVersion, Attributes.OncRpcProcedureName], details: [],
        columns: [ProcedureCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Calls, Operations, Procedures];
}
