using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the machine's firmware and hypervisor say it is: facts for <c>inspect</c> and for the cloud enricher, no metrics.</summary>
/// <remarks>
/// Serial numbers and the product's UUID are readable by root alone. A small virtual machine may have no DMI at all; then only the hypervisor's
/// hints are there.
/// </remarks>
public static class Dmi
{
    /// <summary>Who built the system, such as <c>Amazon EC2</c>.</summary>
    public static readonly AttributeKey SystemVendor = new("dmi.system.vendor");

    /// <summary>The system's model; on EC2 the instance type.</summary>
    public static readonly AttributeKey ProductName = new("dmi.product.name");

    /// <summary>The model's version.</summary>
    public static readonly AttributeKey ProductVersion = new("dmi.product.version");

    /// <summary>The system's serial number; root only.</summary>
    public static readonly AttributeKey ProductSerial = new("dmi.product.serial");

    /// <summary>The system's UUID; root only.</summary>
    public static readonly AttributeKey ProductUuid = new("dmi.product.uuid");

    /// <summary>Who built the board.</summary>
    public static readonly AttributeKey BoardVendor = new("dmi.board.vendor");

    /// <summary>The board's model.</summary>
    public static readonly AttributeKey BoardName = new("dmi.board.name");

    /// <summary>The board's asset tag; on EC2 the instance's id.</summary>
    public static readonly AttributeKey BoardAssetTag = new("dmi.board.asset_tag");

    /// <summary>Who built the chassis.</summary>
    public static readonly AttributeKey ChassisVendor = new("dmi.chassis.vendor");

    /// <summary>The chassis' asset tag, in which some clouds say who they are.</summary>
    public static readonly AttributeKey ChassisAssetTag = new("dmi.chassis.asset_tag");

    /// <summary>Who wrote the firmware.</summary>
    public static readonly AttributeKey BiosVendor = new("dmi.bios.vendor");

    /// <summary>The firmware's version.</summary>
    public static readonly AttributeKey BiosVersion = new("dmi.bios.version");

    /// <summary>The firmware's date, as it writes it.</summary>
    public static readonly AttributeKey BiosDate = new("dmi.bios.date");

    /// <summary>The hypervisor, where it has a folder in sysfs: <c>xen</c>.</summary>
    public static readonly AttributeKey HypervisorType = new("hypervisor.type");

    /// <summary>The UUID that hypervisor gave this guest; EC2's begin with <c>ec2</c>.</summary>
    public static readonly AttributeKey HypervisorUuid = new("hypervisor.uuid");

    /// <summary>The kernel's clock sources, of which some name their hypervisor: <c>kvm-clock</c>, <c>xen</c>, <c>hyperv_clocksource_tsc_page</c>.</summary>
    public static readonly AttributeKey ClockSources = new("hypervisor.clock_sources");

    /// <summary>Table <c>dmi</c>: one row of facts.</summary>
    public static readonly Schema Schema = new("dmi", resourceKeys: [], keys: [],
        details: [SystemVendor, ProductName, ProductVersion, ProductSerial, ProductUuid, BoardVendor, BoardName, BoardAssetTag,
            ChassisVendor, ChassisAssetTag, BiosVendor, BiosVersion, BiosDate, HypervisorType, HypervisorUuid, ClockSources],
        columns: [], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Schema];
}
