using Probe.Catalog;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Cloud;

/// <summary>A store that holds what a machine's firmware says.</summary>
internal static class Machine
{
    public static readonly (AttributeKey, string)[] Nitro =
        [(Dmi.SystemVendor, "Amazon EC2"), (Dmi.ProductName, "m5.large"), (Dmi.BoardAssetTag, "i-0fedcba9876543210")];

    public static SnapshotStore Store(params (AttributeKey Key, string Value)[] facts)
    {
        var store = new SnapshotStore();
        var ring = new SnapshotRing("dmi", [Dmi.Schema], new SnapshotRingOptions { MaxAge = TimeSpan.MaxValue }, TimeProvider.System);
        store.Replace([ring]);
        using SnapshotWriter writer = ring.Begin();
        writer.Snapshot[Dmi.Schema].Add(new Entity(Dmi.Schema, default,
            [.. Dmi.Schema.EntityKeys.Select(k => facts.FirstOrDefault(f => f.Key == k).Value ?? "")]));
        writer.Commit();
        return store;
    }
}
