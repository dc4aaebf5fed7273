using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>How many processes and threads there are.</summary>
public static class ProcessCounts
{
    /// <summary>Processes and threads created since boot.</summary>
    public static readonly Column Created = Instrument.Counter("system.process.created", Unit.Of("process"), NumberType.Long,
        "Processes and threads created since boot.")
        .From("/proc/stat processes").On(Systems.Linux | Systems.Bsd);

    /// <summary>Threads that run or could run.</summary>
    public static readonly Column Runnable = Instrument.UpDownCounter("system.process.runnable.count", Unit.Of("thread"), NumberType.Long,
        "Threads that run or could run.")
        .From("/proc/stat procs_running").On(Systems.Linux | Systems.Bsd);

    /// <summary>Threads that wait for a disk.</summary>
    public static readonly Column Blocked = Instrument.UpDownCounter("system.process.blocked.count", Unit.Of("thread"), NumberType.Long,
        "Threads that wait for a disk.")
        .From("/proc/stat procs_blocked").On(Systems.Linux);

    /// <summary>Threads in existence, of the kernel and of users.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("system.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads in existence, of the kernel and of users.")
        .From("/proc/loadavg field 4 denominator");

    /// <summary>Table <c>process.activity</c>: one row.</summary>
    public static readonly Schema Activity = new("process.activity", resourceKeys: [], keys: [], details: [],
        columns: [Created, Runnable, Blocked], Scope.Host);

    /// <summary>Table <c>process.threads</c>: one row.</summary>
    public static readonly Schema Threads = new("process.threads", resourceKeys: [], keys: [], details: [],
        columns: [ThreadCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Activity, Threads];
}
