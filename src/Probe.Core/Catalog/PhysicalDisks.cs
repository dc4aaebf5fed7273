using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Identity, wear and health of drives, as the drives themselves report them.</summary>
public static class PhysicalDisks
{
    private static readonly ImmutableArray<AttributeKey> s_drive =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwFirmwareVersion, Attributes.HwModel,
        Attributes.HwSerialNumber, Attributes.HwPhysicalDiskType, Attributes.HwVendor,
    ];

    /// <summary>Size of a drive.</summary>
    public static readonly Column Size = Instrument.UpDownCounter("hw.physical_disk.size", Unit.Bytes, NumberType.Long,
        "Size of a drive.")
        .From("/sys/block/*/size of whole disks (x512)");

    /// <summary>Share of the wear it was built for that a drive has left.</summary>
    public static readonly Instrument Endurance = Instrument.Gauge("hw.physical_disk.endurance_utilization", Unit.One, NumberType.Double,
        "Share of the wear it was built for that a drive has left.")
        .From("NVMe SMART log percentage_used (1 - value/100, floor 0); ATA 177,202,231,233").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="Endurance"/> of <c>remaining</c>.</summary>
    public static readonly Column RemainingEndurance = Endurance.At((Attributes.HwPhysicalDiskState, "remaining"));

    /// <summary>Value of a drive's SMART attribute on the maker's scale, on which lower is worse.</summary>
    public static readonly Column Smart = Instrument.Gauge("hw.physical_disk.smart", Unit.One, NumberType.Long,
        "Value of a drive's SMART attribute on the maker's scale, on which lower is worse.")
        .From("ATA SMART READ DATA via SG_IO (normalised value; CAP_SYS_RAWIO)").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Raw value of a drive's SMART attribute, whose meaning is the maker's.</summary>
    public static readonly Column SmartRaw = Instrument.Gauge("hw.physical_disk.smart_raw", Unit.One, NumberType.Long,
        "Raw value of a drive's SMART attribute, whose meaning is the maker's.")
        .From("ATA SMART READ DATA raw 48-bit").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Value of a drive's SMART attribute at which it counts as failing.</summary>
    public static readonly Column SmartThreshold = Instrument.Gauge("hw.physical_disk.smart_threshold", Unit.One, NumberType.Long,
        "Value of a drive's SMART attribute at which it counts as failing.")
        .From("ATA SMART READ THRESHOLDS").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Share of a drive's spare blocks that is left, and the share at which it warns.</summary>
    public static readonly Instrument Spare = Instrument.Gauge("hw.physical_disk.spare", Unit.One, NumberType.Double,
        "Share of a drive's spare blocks that is left, and the share at which it warns.")
        .From("NVMe SMART log avail_spare,spare_thresh (percent)").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="Spare"/> of <c>available</c>.</summary>
    public static readonly Column AvailableSpare = Spare.At((Attributes.HwPhysicalDiskSpareBound, "available"));

    /// <summary><see cref="Spare"/> of <c>threshold</c>.</summary>
    public static readonly Column ThresholdSpare = Spare.At((Attributes.HwPhysicalDiskSpareBound, "threshold"));

    /// <summary>Time a drive has been powered on, over its life.</summary>
    public static readonly Column PowerOnTime = Instrument.Counter("hw.physical_disk.power_on.time", Unit.Seconds, NumberType.Long,
        "Time a drive has been powered on, over its life.")
        .From("NVMe power_on_hours; ATA attribute 9; SCSI background scan page (h x3600)").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Times a drive has been powered on.</summary>
    public static readonly Column PowerCycles = Instrument.Counter("hw.physical_disk.power_cycles", Unit.Of("cycle"), NumberType.Long,
        "Times a drive has been powered on.")
        .From("NVMe power_cycles; ATA attribute 12").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Times a drive lost power without being told.</summary>
    public static readonly Column UnsafeShutdowns = Instrument.Counter("hw.physical_disk.unsafe_shutdowns", Unit.Of("shutdown"), NumberType.Long,
        "Times a drive lost power without being told.")
        .From("NVMe unsafe_shutdowns; ATA attribute 192").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Bytes a drive has read and written over its life, by its own count.</summary>
    public static readonly Instrument Io = Instrument.Counter("hw.physical_disk.io", Unit.Bytes, NumberType.Long,
        "Bytes a drive has read and written over its life, by its own count.")
        .From("NVMe data_units_read,data_units_written (x512000); ATA 241,242").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="Io"/> of <c>read</c>.</summary>
    public static readonly Column ReadIo = Io.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Io"/> of <c>write</c>.</summary>
    public static readonly Column WriteIo = Io.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Read and write commands a drive has completed over its life.</summary>
    public static readonly Instrument Commands = Instrument.Counter("hw.physical_disk.commands", Unit.Of("command"), NumberType.Long,
        "Read and write commands a drive has completed over its life.")
        .From("NVMe host_read_commands,host_write_commands").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="Commands"/> of <c>read</c>.</summary>
    public static readonly Column ReadCommands = Commands.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="Commands"/> of <c>write</c>.</summary>
    public static readonly Column WriteCommands = Commands.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Time a drive's controller has been busy with commands, over its life.</summary>
    public static readonly Column BusyTime = Instrument.Counter("hw.physical_disk.busy.time", Unit.Seconds, NumberType.Long,
        "Time a drive's controller has been busy with commands, over its life.")
        .From("NVMe controller_busy_time (min x60)").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>1 for each warning that a drive raises, else 0.</summary>
    public static readonly Instrument Warning = Instrument.UpDownCounter("hw.physical_disk.warning", Unit.One, NumberType.Long,
        "1 for each warning that a drive raises, else 0.")
        .From("NVMe critical_warning bits").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="Warning"/> of <c>spare</c>.</summary>
    public static readonly Column SpareWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "spare"));

    /// <summary><see cref="Warning"/> of <c>temperature</c>.</summary>
    public static readonly Column TemperatureWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "temperature"));

    /// <summary><see cref="Warning"/> of <c>reliability</c>.</summary>
    public static readonly Column ReliabilityWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "reliability"));

    /// <summary><see cref="Warning"/> of <c>read_only</c>.</summary>
    public static readonly Column ReadOnlyWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "read_only"));

    /// <summary><see cref="Warning"/> of <c>volatile_backup</c>.</summary>
    public static readonly Column VolatileBackupWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "volatile_backup"));

    /// <summary><see cref="Warning"/> of <c>persistent_memory</c>.</summary>
    public static readonly Column PersistentMemoryWarning = Warning.At((Attributes.HwPhysicalDiskWarningType, "persistent_memory"));

    /// <summary>Time a drive has been hotter than it should, and than it may, over its life.</summary>
    public static readonly Instrument OverheatTime = Instrument.Counter("hw.physical_disk.overheat.time", Unit.Seconds, NumberType.Long,
        "Time a drive has been hotter than it should, and than it may, over its life.")
        .From("NVMe warning_temp_time,critical_comp_time (min x60)").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="OverheatTime"/> of <c>warning</c>.</summary>
    public static readonly Column WarningOverheatTime = OverheatTime.At((Attributes.HwPhysicalDiskOverheatLevel, "warning"));

    /// <summary><see cref="OverheatTime"/> of <c>critical</c>.</summary>
    public static readonly Column CriticalOverheatTime = OverheatTime.At((Attributes.HwPhysicalDiskOverheatLevel, "critical"));

    /// <summary>Speed at which a drive's platters turn.</summary>
    public static readonly Column RotationRate = Instrument.Gauge("hw.physical_disk.rotation_rate", Unit.RevolutionsPerMinute, NumberType.Long,
        "Speed at which a drive's platters turn.")
        .From("udev ID_ATA_ROTATION_RATE_RPM; VPD page B1").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>1 where a drive holds writes in a cache that loses them with the power, else 0.</summary>
    public static readonly Column WriteCacheEnabled = Instrument.UpDownCounter("hw.physical_disk.write_cache.enabled", Unit.One, NumberType.Long,
        "1 where a drive holds writes in a cache that loses them with the power, else 0.")
        .From("/sys/block/*/queue/write_cache").On(Systems.Linux).Optional();

    /// <summary>Size of an NVMe namespace.</summary>
    public static readonly Column NamespaceSize = Instrument.UpDownCounter("hw.nvme.namespace.size", Unit.Bytes, NumberType.Long,
        "Size of an NVMe namespace.")
        .From("NVMe Identify Namespace NSZE x LBA size; /sys/class/nvme/nvme*/nvme*n*/size").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Space of an NVMe namespace that is allocated in the drive.</summary>
    public static readonly Column NamespaceUsage = Instrument.UpDownCounter("hw.nvme.namespace.usage", Unit.Bytes, NumberType.Long,
        "Space of an NVMe namespace that is allocated in the drive.")
        .From("NVMe Identify Namespace NUSE x LBA size; /sys/class/nvme/*/nuse").On(Systems.Linux).Optional();

    /// <summary>Paths to an NVMe subsystem, by state.</summary>
    public static readonly Instrument PathCount = Instrument.UpDownCounter("hw.nvme.path.count", Unit.Of("path"), NumberType.Long,
        "Paths to an NVMe subsystem, by state.")
        .From("/sys/class/nvme-subsystem/*/nvme*/state").On(Systems.Linux);

    /// <summary><see cref="PathCount"/> of <c>live</c>.</summary>
    public static readonly Column LivePathCount = PathCount.At((Attributes.HwNvmePathState, "live"));

    /// <summary><see cref="PathCount"/> of <c>connecting</c>.</summary>
    public static readonly Column ConnectingPathCount = PathCount.At((Attributes.HwNvmePathState, "connecting"));

    /// <summary><see cref="PathCount"/> of <c>resetting</c>.</summary>
    public static readonly Column ResettingPathCount = PathCount.At((Attributes.HwNvmePathState, "resetting"));

    /// <summary><see cref="PathCount"/> of <c>deleting</c>.</summary>
    public static readonly Column DeletingPathCount = PathCount.At((Attributes.HwNvmePathState, "deleting"));

    /// <summary><see cref="PathCount"/> of <c>dead</c>.</summary>
    public static readonly Column DeadPathCount = PathCount.At((Attributes.HwNvmePathState, "dead"));

    /// <summary><see cref="Hardware.Errors"/> of <c>crc</c>.</summary>
    public static readonly Column CrcErrors = Hardware.Errors.At((Attributes.ErrorType, "crc"));

    /// <summary><see cref="Hardware.Errors"/> of <c>media</c>.</summary>
    public static readonly Column MediaErrors = Hardware.Errors.At((Attributes.ErrorType, "media"));

    /// <summary><see cref="Hardware.Errors"/> of <c>bad_sector</c>.</summary>
    public static readonly Column BadSectorErrors = Hardware.Errors.At((Attributes.ErrorType, "bad_sector"));

    /// <summary><see cref="Hardware.Errors"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutErrors = Hardware.Errors.At((Attributes.ErrorType, "timeout"));

    /// <summary>Table <c>drive</c>: a row for each drive.</summary>
    public static readonly Schema Drives = new("drive", resourceKeys: [], keys: s_drive, details: [],
        columns: [Size], Scope.Host);

    /// <summary>Table <c>drive.endurance</c>: a row for each drive.</summary>
    public static readonly Schema DriveEndurance = new("drive.endurance", resourceKeys: [], keys: s_drive, details: [],
        columns: [RemainingEndurance], Scope.Host);

    /// <summary>Table <c>drive.health</c>: a row for each drive.</summary>
    /// <remarks>The drive's own health log: asking takes milliseconds and wakes a sleeping drive, so it is asked every few minutes.</remarks>
    public static readonly Schema DriveHealth = new("drive.health", resourceKeys: [], keys: Power.Part, details: [],
        columns: [AvailableSpare, ThresholdSpare, PowerOnTime, PowerCycles, UnsafeShutdowns, ReadIo, WriteIo, ReadCommands,
            WriteCommands, BusyTime, SpareWarning, TemperatureWarning, ReliabilityWarning, ReadOnlyWarning,
            VolatileBackupWarning, PersistentMemoryWarning, WarningOverheatTime, CriticalOverheatTime], Scope.Host);

    /// <summary>Table <c>drive.settings</c>: a row for each drive.</summary>
    public static readonly Schema DriveSettings = new("drive.settings", resourceKeys: [], keys: Power.Part, details: [],
        columns: [RotationRate, WriteCacheEnabled], Scope.Host);

    /// <summary>Table <c>drive.smart</c>: a row for each drive and <c>hw.physical_disk.smart_attribute</c>.</summary>
    public static readonly Schema SmartAttributes = new("drive.smart", resourceKeys: [], keys: [.. s_drive, Attributes.HwPhysicalDiskSmartAttribute], details: [],
        columns: [Smart], Scope.Host);

    /// <summary>Table <c>drive.smart.detail</c>: a row for each drive and <c>hw.physical_disk.smart_attribute</c>.</summary>
    public static readonly Schema SmartDetails = new("drive.smart.detail", resourceKeys: [], keys: [.. Power.Part, Attributes.HwPhysicalDiskSmartAttribute], details: [],
        columns: [SmartRaw, SmartThreshold], Scope.Host);

    /// <summary>Table <c>drive.errors</c>: a row for each disk and <c>hw.type</c>.</summary>
    public static readonly Schema DriveErrors = new("drive.errors", resourceKeys: [],
        keys: [.. Power.Part, Attributes.HwType.OneOf("physical_disk", "logical_disk")], details: [],
        columns: [CrcErrors, MediaErrors, BadSectorErrors, TimeoutErrors], Scope.Host);

    /// <summary>Table <c>nvme.namespace</c>: a row for each drive and <c>hw.nvme.namespace.id</c>.</summary>
    public static readonly Schema Namespaces = new("nvme.namespace", resourceKeys: [], keys: [.. Power.Part, Attributes.HwNvmeNamespaceId], details: [],
        columns: [NamespaceSize, NamespaceUsage], Scope.Host);

    /// <summary>Table <c>nvme.path</c>: a row for each subsystem.</summary>
    public static readonly Schema Paths = new("nvme.path", resourceKeys: [], keys: Power.Part, details: [],
        columns: [LivePathCount, ConnectingPathCount, ResettingPathCount, DeletingPathCount, DeadPathCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Drives, DriveEndurance, DriveHealth, DriveSettings, SmartAttributes, SmartDetails, DriveErrors, Namespaces, Paths,
    ];
}
