using System.Globalization;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>The clock of each logical processor, the bounds it keeps to, and who governs it.</summary>
/// <remarks>
/// Sources: of each processor <c>cpufreq/scaling_cur_freq</c>, <c>scaling_min_freq</c>, <c>scaling_max_freq</c> and <c>scaling_governor</c> below
/// <c>/sys/devices/system/cpu</c>, in kHz; see the kernel's <c>admin-guide/pm/cpufreq</c>. Where no processor has a <c>cpufreq</c>, as in
/// most virtual machines, the clock is <c>/proc/cpuinfo</c>'s <c>cpu MHz</c>.
/// </remarks>
internal sealed class FrequencyCollector : ICollector
{
    private const int Kilo = 1000;

    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly List<int> _online = [];
    private readonly PerProcessor<Processor> _processors;
    private readonly NamedSet<Governor> _governors;
    private readonly List<Governor> _metGovernors = [];

    public FrequencyCollector(CollectorContext context)
    {
        _context = context;
        _processors = new PerProcessor<Processor>(number => new Processor(number, context.Host.Boot));
        _governors = new NamedSet<Governor>(name => new Governor(new Entity(CpuHardware.Governors, context.Host.Boot, name)));
    }

    public void Collect(Snapshot snapshot)
    {
        if (!_context.Kernel.TryReadSet("/sys/devices/system/cpu/online"u8, _text, _online))
            return;
        bool any = false;
        foreach (int number in _online)
        {
            any |= AddFrequency(_processors[number], snapshot[CpuHardware.Frequency]);
            AddBounds(_processors[number], snapshot[CpuHardware.Scaling]);
        }

        if (!any)
            AddFrequenciesOfText(snapshot[CpuHardware.Frequency]);
        if (snapshot[CpuHardware.Governors].WantsAny)
            AddGovernors(snapshot[CpuHardware.Governors]);
    }

    private bool AddFrequency(Processor processor, Table table)
    {
        if (!_context.Kernel.TryReadValue(processor.Current, _text, out long kilohertz) || kilohertz < 0)
            return false;
        table.Add(processor.Frequency).Set(CpuHardware.CurrentFrequency, Numbers.Scale(kilohertz, Kilo));
        return true;
    }

    private void AddBounds(Processor processor, Table table)
    {
        if (!table.WantsAny)
            return;
        bool hasMin = _context.Kernel.TryReadValue(processor.Min, _text, out long min);
        bool hasMax = _context.Kernel.TryReadValue(processor.Max, _text, out long max);
        if (!hasMin && !hasMax)
            return;
        Table.Row row = table.Add(processor.Scaling);
        row.Set(CpuHardware.MinScalingLimit, Numbers.Scale(min, Kilo));
        row.Set(CpuHardware.MaxScalingLimit, Numbers.Scale(max, Kilo));
    }

    private void AddFrequenciesOfText(Table table)
    {
        if (!_context.Kernel.TryRead("/proc/cpuinfo"u8, _text))
            return;
        long number = Cell.AbsentLong;
        var text = new FieldReader(_text.Span, "/proc/cpuinfo");
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("processor"u8) && line.TrySkipPast((byte)':'))
                line.TryReadCount(out number);
            else if (line.TrySkip("cpu MHz"u8) && line.TrySkipPast((byte)':') && line.TryReadDecimal(out double megahertz)
                && number is >= 0 and < PerProcessor.Most)
                table.Add(_processors[(int)number].Frequency).Set(CpuHardware.CurrentFrequency, (long)Math.Round(megahertz * 1e6));
        }
    }

    /// <summary>Where one processor does not tell its governor while others do, the counts would be too small, and there are none.</summary>
    private void AddGovernors(Table table)
    {
        bool isWhole = true;
        _governors.Begin();
        _metGovernors.Clear();
        foreach (int number in _online)
            isWhole &= _context.Kernel.TryRead(_processors[number].GovernorName, _text) && TryCountGovernor();
        _governors.Sweep();
        foreach (Governor governor in _metGovernors)
        {
            if (isWhole)
                table.Add(governor.Entity).Set(CpuHardware.GovernorCpus, governor.Processors);
        }
    }

    private bool TryCountGovernor()
    {
        var text = new FieldReader(_text.Span, "scaling_governor");
        if (!text.TryReadLine(out FieldReader line) || !line.TryReadWord(out ReadOnlySpan<byte> name))
            return false;
        foreach (Governor known in _metGovernors)
        {
            if (name.SequenceEqual(known.Name))
            {
                known.Processors++;
                return true;
            }
        }

        Governor governor = _governors.Meet(name)!;
        governor.Processors = 1;
        _metGovernors.Add(governor);
        return true;
    }

    /// <summary>A governor, and how many processors it has in this pass.</summary>
    private sealed class Governor(Entity entity)
    {
        public readonly byte[] Name = Encoding.UTF8.GetBytes(entity.Values[0]);
        public readonly Entity Entity = entity;
        public long Processors;
    }

    /// <summary>A processor's rows and the names of its files.</summary>
    private sealed class Processor(int number, Timestamp since)
    {
        private readonly string _folder = $"/sys/devices/system/cpu/cpu{number}/cpufreq";

        public Entity Frequency { get; } = new(CpuHardware.Frequency, since, number.ToString(CultureInfo.InvariantCulture));

        public Entity Scaling { get; } = new(CpuHardware.Scaling, since, number.ToString(CultureInfo.InvariantCulture));

        public byte[] Current => field ??= NameOf("scaling_cur_freq");

        public byte[] Min => field ??= NameOf("scaling_min_freq");

        public byte[] Max => field ??= NameOf("scaling_max_freq");

        public byte[] GovernorName => field ??= NameOf("scaling_governor");

        private byte[] NameOf(string file) => Encoding.UTF8.GetBytes($"{_folder}/{file}");
    }
}
