using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>What each network interface carries and loses.</summary>
/// <remarks>
/// Source: <c>/proc/net/dev</c>, of the network namespace we run in; see proc_net(5). Its columns <c>frame</c> and <c>carrier</c> are sums
/// over several kinds of error, so they stay out of the errors by kind; <c>drop</c> counts missed packets as well.
/// </remarks>
internal sealed class NetworkCollector : ICollector
{
    private const int Fields = 16;

    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Interface> _interfaces;
    private readonly LastPass _lastPass;

    public NetworkCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _interfaces = new NamedSet<Interface>(name => new Interface(name, _lastPass.Time));
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_context.Kernel.TryRead("/proc/net/dev"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/net/dev");
        _interfaces.Begin();
        while (text.TryReadLine(out FieldReader line))
            ReadInterface(ref line, snapshot);
        _interfaces.Sweep();
        _lastPass.End();
    }

    private void ReadInterface(ref FieldReader line, Snapshot snapshot)
    {
        // The two lines of the heading have no colon; names have none either.
        if (!line.TryReadUntil((byte)':', out ReadOnlySpan<byte> name))
            return;
        Span<long> counts = stackalloc long[Fields];
        if (line.ReadCounts(counts) < counts.Length)
            throw line.Expected("an integer");
        Interface? met = _interfaces.Meet(name.TrimStart((byte)' '));
        if (met is null)
            return;
        if (met.Counters.Fell(counts))
            met.BeginAnew(_lastPass.Time);
        FillTraffic(snapshot[NetworkInterfaces.Traffic].Add(met.Traffic), counts);
        Table.Row packets = snapshot[NetworkInterfaces.Packets].Add(met.Packets);
        packets.Set(NetworkInterfaces.ReceivePacketCount, counts[1]);
        packets.Set(NetworkInterfaces.TransmitPacketCount, counts[9]);
    }

    private static void FillTraffic(Table.Row row, ReadOnlySpan<long> counts)
    {
        row.Set(NetworkInterfaces.ReceiveIo, counts[0]);
        row.Set(NetworkInterfaces.ReceiveErrors, counts[2]);
        row.Set(NetworkInterfaces.ReceiveDropped, counts[3]);
        row.Set(NetworkInterfaces.ReceiveFifoInterfaceErrors, counts[4]);
        row.Set(NetworkInterfaces.ReceiveCompressedPackets, counts[6]);
        row.Set(NetworkInterfaces.ReceiveMulticastPackets, counts[7]);
        row.Set(NetworkInterfaces.TransmitIo, counts[8]);
        row.Set(NetworkInterfaces.TransmitErrors, counts[10]);
        row.Set(NetworkInterfaces.TransmitDropped, counts[11]);
        row.Set(NetworkInterfaces.TransmitFifoInterfaceErrors, counts[12]);
        row.Set(NetworkInterfaces.Collisions, counts[13]);
        row.Set(NetworkInterfaces.TransmitCompressedPackets, counts[15]);
    }

    /// <summary>An interface between passes.</summary>
    private sealed class Interface(string name, Timestamp since)
    {
        public readonly CounterMemory Counters = new(Fields);

        public Entity Traffic { get; private set; } = new(NetworkInterfaces.Traffic, since, name);

        public Entity Packets { get; private set; } = new(NetworkInterfaces.Packets, since, name);

        /// <summary>It was taken away and made again under its name.</summary>
        public void BeginAnew(Timestamp after)
        {
            Traffic = new Entity(NetworkInterfaces.Traffic, after, name);
            Packets = new Entity(NetworkInterfaces.Packets, after, name);
        }
    }
}
