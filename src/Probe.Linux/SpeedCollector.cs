using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>The highest clock each logical processor may reach, by what limits it.</summary>
/// <remarks>
/// Sources: of each processor <c>cpufreq/base_frequency</c>, <c>cpuinfo_max_freq</c> and <c>bios_limit</c> below
/// <c>/sys/devices/system/cpu</c>, in kHz. Where a driver tells the base frequency, it is the maximum and the other is the turbo's; elsewhere
/// nothing tells them apart, and the one there is is the maximum. Model and vendor are those of <c>/proc/cpuinfo</c>.
/// </remarks>
internal sealed class SpeedCollector : ICollector
{
    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly List<int> _online = [];
    private readonly PerProcessor<Processor> _processors;
    private (string Model, string Vendor)? _make;

    public SpeedCollector(CollectorContext context)
    {
        _context = context;
        _processors = new PerProcessor<Processor>(number => new Processor(number, _make ??= ReadMake(), context.Host.Boot));
    }

    public void Collect(Snapshot snapshot)
    {
        if (!_context.Kernel.TryReadSet("/sys/devices/system/cpu/online"u8, _text, _online))
            return;
        Table table = snapshot[CpuHardware.SpeedLimits];
        foreach (int number in _online)
            AddProcessor(_processors[number], table);
    }

    private void AddProcessor(Processor processor, Table table)
    {
        bool hasBase = _context.Kernel.TryRead(processor.BaseName, _text);
        if (hasBase && FieldReader.TryReadValue(_text.Span, out long speed) && speed > 0)
            Add(table, processor.Maximum, speed);
        if (TryRead(processor.HighestName, out long highest))
            Add(table, hasBase ? processor.Turbo : processor.Maximum, highest);
        if (TryRead(processor.FirmwareName, out long limit))
            Add(table, processor.Throttled, limit);
    }

    private bool TryRead(byte[] name, out long kilohertz) => _context.Kernel.TryReadValue(name, _text, out kilohertz) && kilohertz > 0;

    private static void Add(Table table, Entity entity, long kilohertz) =>
        table.Add(entity).Set(CpuHardware.SpeedLimit, Numbers.Scale(kilohertz, 1000));

    private (string Model, string Vendor) ReadMake()
    {
        string model = "", vendor = "";
        var buffer = new KernelBuffer();
        if (_context.Kernel.TryRead("/proc/cpuinfo"u8, buffer))
        {
            var text = new FieldReader(buffer.Span, "/proc/cpuinfo");
            while (text.TryReadLine(out FieldReader line) && !(line.AtEnd && model.Length > 0))
            {
                if (line.TrySkip("model name"u8) && line.TrySkipPast((byte)':'))
                    model = Encoding.UTF8.GetString(line.Rest).Trim();
                else if (line.TrySkip("vendor_id"u8) && line.TrySkipPast((byte)':'))
                    vendor = Encoding.UTF8.GetString(line.Rest).Trim();
            }
        }

        return (model, vendor);
    }

    /// <summary>A processor's rows and the names of its files.</summary>
    private sealed class Processor(int number, (string Model, string Vendor) make, Timestamp since)
    {
        public Entity Maximum { get; } = MakeEntity(number, make, since, "max");

        public Entity Turbo { get; } = MakeEntity(number, make, since, "turbo");

        public Entity Throttled { get; } = MakeEntity(number, make, since, "throttled");

        public byte[] BaseName { get; } = NameOf(number, "base_frequency");

        public byte[] HighestName { get; } = NameOf(number, "cpuinfo_max_freq");

        public byte[] FirmwareName { get; } = NameOf(number, "bios_limit");

        private static byte[] NameOf(int number, string file) => Encoding.UTF8.GetBytes($"/sys/devices/system/cpu/cpu{number}/cpufreq/{file}");

        private static Entity MakeEntity(int number, (string Model, string Vendor) make, Timestamp since, string limit) =>
            new(CpuHardware.SpeedLimits, since, $"cpu{number}", "", "", make.Model, make.Vendor, limit);
    }
}
