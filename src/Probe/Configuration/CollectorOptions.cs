using Microsoft.Extensions.Options;
using Probe.Collection;

namespace Probe.Configuration;

/// <summary>How one collector runs. Section <c>Probe:Collectors:NAME</c>, one for each collector.</summary>
public sealed class CollectorOptions
{
    /// <summary>The shortest time between passes.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time between passes.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromHours(1);

    /// <summary>Whether it runs; null: as the roster says.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Time between passes, from 100 ms to an hour; null: as the roster says.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>Memory for the passes it keeps, in bytes, from 16 KiB to 1 GiB.</summary>
    public long Budget { get; set; } = 256 * 1024;

    /// <summary>Most rows a table of its may hold, from 1 to a million; rows beyond are dropped and counted; null: as the roster says.</summary>
    public int? MaxRows { get; set; }

    /// <summary>For <c>cpu</c> alone: times of each logical CPU; false: their sum instead.</summary>
    public bool PerCpu { get; set; } = true;

    /// <summary>Whether that collector runs under the scheduler.</summary>
    public bool IsEnabled(CollectorDescriptor descriptor) =>
        (Enabled ?? descriptor.EnabledByDefault) && (descriptor.After is not null || IntervalOf(descriptor) is not null);

    /// <summary>Time between passes of that collector; null where it only runs when inspected.</summary>
    public TimeSpan? IntervalOf(CollectorDescriptor descriptor) => Interval ?? descriptor.Interval;

    /// <summary>Most rows a table of that collector may hold.</summary>
    public int MaxRowsOf(CollectorDescriptor descriptor) => MaxRows ?? descriptor.MaxRows;
}

internal sealed class CollectorOptionsValidator : IValidateOptions<CollectorOptions>
{
    public ValidateOptionsResult Validate(string? name, CollectorOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        string section = $"Probe:Collectors:{name}:";
        if (options.Interval < CollectorOptions.MinInterval || options.Interval > CollectorOptions.MaxInterval)
            result.AddError("must be between 100ms and 1h.", section + nameof(options.Interval));
        if (options.Budget is < 16 * 1024 or > 1L << 30)
            result.AddError("must be between 16KiB and 1GiB.", section + nameof(options.Budget));
        if (options.MaxRows is < 1 or > 1_000_000)
            result.AddError("must be between 1 and 1000000.", section + nameof(options.MaxRows));
        return result.Build();
    }
}
