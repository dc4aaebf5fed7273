using Probe.Catalog;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Cloud;

/// <summary>What the machine's firmware and hypervisor say it is, by fact; empty where they do not say.</summary>
public sealed class MachineFacts
{
    private readonly Entity _machine;

    internal MachineFacts(Entity machine) => _machine = machine;

    /// <summary>A fact of the table <see cref="Dmi.Schema"/>.</summary>
    public string this[AttributeKey fact] => _machine.Values[_machine.Schema.EntityKeys.IndexOf(fact)];

    /// <summary>Takes the facts that a collector put into the store; null where it has none (yet).</summary>
    internal static MachineFacts? Read(SnapshotStore store)
    {
        if (!store.TryGet(Dmi.Schema, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease lease))
            return null;
        using (lease)
        {
            ReadOnlySpan<Entity> rows = lease.Snapshot[Dmi.Schema].Rows;
            return rows.IsEmpty ? null : new MachineFacts(rows[0]);
        }
    }
}
