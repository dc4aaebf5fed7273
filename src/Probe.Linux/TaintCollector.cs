using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Why the kernel calls itself tainted.</summary>
/// <remarks>Source: <c>/proc/sys/kernel/tainted</c>, a bit for each reason; see the kernel's <c>admin-guide/tainted-kernels</c>. A reason that does not hold is 0.</remarks>
internal sealed class TaintCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<string> s_reasons =
    [
        "proprietary_module", "forced_module_load", "out_of_spec_system", "forced_module_unload", "machine_check", "bad_page", "user_request",
        "oops", "acpi_table_overridden", "warning", "staging_driver", "firmware_workaround", "out_of_tree_module", "unsigned_module",
        "soft_lockup", "live_patch", "auxiliary", "struct_randomization", "in_kernel_test", "fwctl_debug_write",
    ];

    private readonly KernelBuffer _text = new();
    private readonly ImmutableArray<Entity> _reasons = [.. s_reasons.Select(r => new Entity(Machine.Taint, context.Host.Boot, r))];

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[Machine.Taint];
        if (!table.WantsAny || !context.Kernel.TryReadValue("/proc/sys/kernel/tainted"u8, _text, out long bits) || bits < 0)
            return;
        for (int bit = 0; bit < _reasons.Length; bit++)
            table.Add(_reasons[bit]).Set(Machine.KernelTaint, bits >> bit & 1);
    }
}
