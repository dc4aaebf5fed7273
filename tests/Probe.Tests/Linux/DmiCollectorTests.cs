using System.Text;
using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public class DmiCollectorTests
{
    private static readonly Dictionary<AttributeKey, string> s_files = new()
    {
        [Dmi.SystemVendor] = "/sys/class/dmi/id/sys_vendor", [Dmi.ProductName] = "/sys/class/dmi/id/product_name",
        [Dmi.ProductVersion] = "/sys/class/dmi/id/product_version", [Dmi.ProductSerial] = "/sys/class/dmi/id/product_serial",
        [Dmi.ProductUuid] = "/sys/class/dmi/id/product_uuid", [Dmi.BoardVendor] = "/sys/class/dmi/id/board_vendor",
        [Dmi.BoardName] = "/sys/class/dmi/id/board_name", [Dmi.BoardAssetTag] = "/sys/class/dmi/id/board_asset_tag",
        [Dmi.ChassisVendor] = "/sys/class/dmi/id/chassis_vendor", [Dmi.ChassisAssetTag] = "/sys/class/dmi/id/chassis_asset_tag",
        [Dmi.BiosVendor] = "/sys/class/dmi/id/bios_vendor", [Dmi.BiosVersion] = "/sys/class/dmi/id/bios_version",
        [Dmi.BiosDate] = "/sys/class/dmi/id/bios_date", [Dmi.HypervisorType] = "/sys/hypervisor/type", [Dmi.HypervisorUuid] = "/sys/hypervisor/uuid",
        [Dmi.ClockSources] = "/sys/devices/system/clocksource/clocksource0/available_clocksource",
    };

    private readonly FakeKernel _kernel = new();

    [Fact]
    public void Each_file_fills_the_fact_that_is_named_after_it()
    {
        foreach ((AttributeKey key, string file) in s_files)
            _kernel[file] = $"  {key.Name} here \n";

        Entity machine = Assert.Single(Collect());

        Assert.Equal(Dmi.Schema.EntityKeys.Select(k => $"{k.Name} here"), machine.Values);
    }

    [Fact]
    public void What_is_missing_forbidden_or_cut_is_absent()
    {
        _kernel["/sys/class/dmi/id/sys_vendor"] = "QEMU\n";
        _kernel["/sys/class/dmi/id/product_name"] = "Standard PC (Q35";
        _kernel.Set("/sys/class/dmi/id/board_name", Encoding.Latin1.GetBytes("\xff\xfe\n"));

        Entity machine = Assert.Single(Collect());

        Assert.Equal("QEMU", machine.Values[0]);
        Assert.Equal("", machine.Values[1]);
        Assert.Equal("\ufffd\ufffd", machine.Values[6]);
    }

    [Fact]
    public void A_machine_that_says_nothing_has_no_row() => Assert.Empty(Collect());

    [Fact]
    public void The_same_facts_are_the_same_entity_and_allocate_nothing_and_others_are_another()
    {
        _kernel["/sys/class/dmi/id/sys_vendor"] = "QEMU\n";
        var kernel = new Quiet(_kernel);
        var collector = new DmiCollector(ContextOf(kernel));
        var snapshot = MakeSnapshot();
        Entity Pass()
        {
            snapshot.Clear();
            collector.Collect(snapshot);
            return snapshot[Dmi.Schema].Rows[0];
        }

        Entity first = Pass();
        kernel.Learn();
        Assert.Equal(0, Allocated.By(() => Pass()));
        Assert.Same(first, Pass());
        _kernel["/sys/class/dmi/id/sys_vendor"] = "Other\n";
        kernel.Forget();

        Assert.Equal("Other", Pass().Values[0]);
    }

    private Entity[] Collect() => CollectOnce(c => new DmiCollector(c), _kernel)[Dmi.Schema].Rows.ToArray();

    /// <summary>Answers from memory without allocating, once it has learned the answers.</summary>
    private sealed class Quiet(FakeKernel kernel) : Probe.Kernel.IKernelSource
    {
        private bool _learned;

        public void Learn() => _learned = true;

        public void Forget() => _learned = false;

        public bool TryRead(ReadOnlySpan<byte> name, Probe.Kernel.KernelBuffer buffer)
        {
            if (!_learned)
                return kernel.TryRead(name, buffer);
            if (!name.SequenceEqual("/sys/class/dmi/id/sys_vendor"u8))
                return buffer.Refuse(Probe.Kernel.Refusal.Absent);
            buffer.Accept("QEMU\n"u8);
            return true;
        }

        public bool TryList(ReadOnlySpan<byte> name, Probe.Kernel.KernelBuffer names) => TryRead(name, names);
    }
}
