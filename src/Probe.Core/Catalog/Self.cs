using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What Probe costs and how well it does.</summary>
public static class Self
{
    /// <summary>Time one pass of a collector took.</summary>
    public static readonly Column CollectorDuration = Instrument.Durations("probe.collector.duration",
        "Time one pass of a collector took.")
        .From("monotonic clock around one collector pass");

    /// <summary>Passes of a collector, by how they ended.</summary>
    public static readonly Instrument CollectorRuns = Instrument.Counter("probe.collector.runs", Unit.Of("run"), NumberType.Long,
        "Passes of a collector, by how they ended.")
        .From("scheduler");

    /// <summary><see cref="CollectorRuns"/> of <c>success</c>.</summary>
    public static readonly Column SuccessCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "success"));

    /// <summary><see cref="CollectorRuns"/> of <c>partial</c>.</summary>
    public static readonly Column PartialCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "partial"));

    /// <summary><see cref="CollectorRuns"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "timeout"));

    /// <summary><see cref="CollectorRuns"/> of <c>unsupported</c>.</summary>
    public static readonly Column UnsupportedCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "unsupported"));

    /// <summary><see cref="CollectorRuns"/> of <c>denied</c>.</summary>
    public static readonly Column DeniedCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "denied"));

    /// <summary><see cref="CollectorRuns"/> of <c>error</c>.</summary>
    public static readonly Column ErrorCollectorRuns = CollectorRuns.At((Attributes.ProbeCollectorOutcome, "error"));

    /// <summary>When a collector's last whole pass ended, in seconds since 1970.</summary>
    public static readonly Column CollectorLastSuccess = Instrument.Gauge("probe.collector.last_success", Unit.Seconds, NumberType.Double,
        "When a collector's last whole pass ended, in seconds since 1970.")
        .From("Unix time of the last complete pass");

    /// <summary>Time from when a collector's last pass was due to when it began.</summary>
    public static readonly Column CollectorLag = Instrument.Gauge("probe.collector.lag", Unit.Seconds, NumberType.Double,
        "Time from when a collector's last pass was due to when it began.")
        .From("due time - start time").Optional();

    /// <summary>Managed memory a collector's passes have allocated.</summary>
    public static readonly Column CollectorAllocated = Instrument.Counter("probe.collector.allocated", Unit.Bytes, NumberType.Long,
        "Managed memory a collector's passes have allocated.")
        .From("GC.GetAllocatedBytesForCurrentThread delta").Optional();

    /// <summary>Questions a collector has asked the kernel.</summary>
    public static readonly Column CollectorSyscalls = Instrument.Counter("probe.collector.syscalls", Unit.Of("syscall"), NumberType.Long,
        "Questions a collector has asked the kernel.")
        .From("read/open/ioctl wrappers count").Optional();

    /// <summary>Bytes the kernel has answered a collector with.</summary>
    public static readonly Column CollectorReadIo = Instrument.Counter("probe.collector.read.io", Unit.Bytes, NumberType.Long,
        "Bytes the kernel has answered a collector with.")
        .From("bytes read from procfs, sysfs, sysctl").Optional();

    /// <summary>Time series a collector's last pass held.</summary>
    public static readonly Column SeriesCount = Instrument.UpDownCounter("probe.series.count", Unit.Of("series"), NumberType.Long,
        "Time series a collector's last pass held.")
        .From("live series registry");

    /// <summary>Time series a collector left out, by reason.</summary>
    public static readonly Instrument SeriesDropped = Instrument.Counter("probe.series.dropped", Unit.Of("series"), NumberType.Long,
        "Time series a collector left out, by reason.")
        .From("cardinality guard");

    /// <summary><see cref="SeriesDropped"/> of <c>cardinality</c>.</summary>
    public static readonly Column CardinalitySeriesDropped = SeriesDropped.At((Attributes.ProbeSeriesDropReason, "cardinality"));

    /// <summary><see cref="SeriesDropped"/> of <c>filter</c>.</summary>
    public static readonly Column FilterSeriesDropped = SeriesDropped.At((Attributes.ProbeSeriesDropReason, "filter"));

    /// <summary><see cref="SeriesDropped"/> of <c>stale</c>.</summary>
    public static readonly Column StaleSeriesDropped = SeriesDropped.At((Attributes.ProbeSeriesDropReason, "stale"));

    /// <summary>Sources of a collector that have not answered within their deadline.</summary>
    public static readonly Column SourceStalled = Instrument.UpDownCounter("probe.source.stalled", Unit.Of("source"), NumberType.Long,
        "Sources of a collector that have not answered within their deadline.")
        .From("guarded readers parked past their deadline");

    /// <summary>1 for the way by which a collector reads its source at the moment.</summary>
    public static readonly Column SourceFallback = Instrument.UpDownCounter("probe.source.fallback", Unit.One, NumberType.Long,
        "1 for the way by which a collector reads its source at the moment.")
        .From("the path a collector lives on").On(Systems.Linux);

    /// <summary>1 for every right that a collector lacks and misses rows for.</summary>
    public static readonly Column CapabilityMissing = Instrument.UpDownCounter("probe.capability.missing", Unit.One, NumberType.Long,
        "1 for every right that a collector lacks and misses rows for.")
        .From("privilege check at start");

    /// <summary>Time all passes due at one tick took together.</summary>
    public static readonly Column CollectionDuration = Instrument.Durations("probe.collection.duration",
        "Time all passes due at one tick took together.")
        .From("monotonic clock around one full pass");

    /// <summary>Steps of the wall clock against the monotonic one.</summary>
    public static readonly Column ClockJumps = Instrument.Counter("probe.clock.jumps", Unit.Of("jump"), NumberType.Long,
        "Steps of the wall clock against the monotonic one.")
        .From("wall clock against monotonic clock");

    /// <summary>Data points of passes that were read and not yet acknowledged.</summary>
    public static readonly Column QueueUsage = Instrument.UpDownCounter("probe.export.queue.usage", Unit.Of("data_point"), NumberType.Long,
        "Data points of passes that were read and not yet acknowledged.")
        .From("export queue");

    /// <summary>Data points that the rings can hold for an export.</summary>
    public static readonly Column QueueLimit = Instrument.UpDownCounter("probe.export.queue.limit", Unit.Of("data_point"), NumberType.Long,
        "Data points that the rings can hold for an export.")
        .From("export queue");

    /// <summary>Age of the oldest pass that has not been acknowledged.</summary>
    public static readonly Column QueueAge = Instrument.Gauge("probe.export.queue.age", Unit.Seconds, NumberType.Double,
        "Age of the oldest pass that has not been acknowledged.")
        .From("age of the oldest pass not yet acknowledged");

    /// <summary>Data points that will never be sent, by reason.</summary>
    public static readonly Instrument Dropped = Instrument.Counter("probe.export.dropped", Unit.Of("data_point"), NumberType.Long,
        "Data points that will never be sent, by reason.")
        .From("exporter");

    /// <summary><see cref="Dropped"/> of <c>queue_full</c>.</summary>
    public static readonly Column QueueFullDropped = Dropped.At((Attributes.ProbeExportDropReason, "queue_full"));

    /// <summary><see cref="Dropped"/> of <c>rejected</c>.</summary>
    public static readonly Column RejectedDropped = Dropped.At((Attributes.ProbeExportDropReason, "rejected"));

    /// <summary><see cref="Dropped"/> of <c>expired</c>.</summary>
    public static readonly Column ExpiredDropped = Dropped.At((Attributes.ProbeExportDropReason, "expired"));

    /// <summary>Bytes waiting on disk for the receiver to come back.</summary>
    public static readonly Column SpoolUsage = Instrument.UpDownCounter("probe.export.spool.usage", Unit.Bytes, NumberType.Long,
        "Bytes waiting on disk for the receiver to come back.")
        .From("on-disk retry spool").Optional();

    /// <summary>Requests answered by the pull endpoint, by status code.</summary>
    public static readonly Column ScrapeRequests = Instrument.Counter("probe.scrape.requests", Unit.Of("request"), NumberType.Long,
        "Requests answered by the pull endpoint, by status code.")
        .From("Prometheus endpoint");

    /// <summary>Data points whose export has ended, well or (with an error type) badly.</summary>
    public static readonly Column PointsExported = Instrument.Counter("otel.sdk.exporter.metric_data_point.exported", Unit.Of("data_point"), NumberType.Long,
        "Data points whose export has ended, well or (with an error type) badly.")
        .From("OTLP exporter");

    /// <summary>Time one export request took, retries not included.</summary>
    public static readonly Column ExportDuration = Instrument.Durations("otel.sdk.exporter.operation.duration",
        "Time one export request took, retries not included.")
        .From("OTLP exporter");

    /// <summary>Data points handed to the exporter whose export has not ended.</summary>
    public static readonly Column PointsInflight = Instrument.UpDownCounter("otel.sdk.exporter.metric_data_point.inflight", Unit.Of("data_point"), NumberType.Long,
        "Data points handed to the exporter whose export has not ended.")
        .From("OTLP exporter");

    /// <summary>Time one collection by the SDK's metric reader took.</summary>
    public static readonly Column ReaderDuration = Instrument.Durations("otel.sdk.metric_reader.collection.duration",
        "Time one collection by the SDK's metric reader took.")
        .From("metric reader").Optional();

    /// <summary>Processor time Probe has used.</summary>
    public static readonly Instrument ProcessCpuTime = Instrument.Counter("dotnet.process.cpu.time", Unit.Seconds, NumberType.Double,
        "Processor time Probe has used.")
        .From("Environment.CpuUsage");

    /// <summary><see cref="ProcessCpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserProcessCpuTime = ProcessCpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="ProcessCpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemProcessCpuTime = ProcessCpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>Physical memory mapped to Probe.</summary>
    public static readonly Column WorkingSet = Instrument.UpDownCounter("dotnet.process.memory.working_set", Unit.Bytes, NumberType.Long,
        "Physical memory mapped to Probe.")
        .From("Environment.WorkingSet");

    /// <summary>Garbage collections, by the oldest generation they took in.</summary>
    public static readonly Instrument Collections = Instrument.Counter("dotnet.gc.collections", Unit.Of("collection"), NumberType.Long,
        "Garbage collections, by the oldest generation they took in.")
        .From("GC.CollectionCount");

    /// <summary><see cref="Collections"/> of <c>gen0</c>.</summary>
    public static readonly Column Gen0Collections = Collections.At((Attributes.DotnetGcHeapGeneration, "gen0"));

    /// <summary><see cref="Collections"/> of <c>gen1</c>.</summary>
    public static readonly Column Gen1Collections = Collections.At((Attributes.DotnetGcHeapGeneration, "gen1"));

    /// <summary><see cref="Collections"/> of <c>gen2</c>.</summary>
    public static readonly Column Gen2Collections = Collections.At((Attributes.DotnetGcHeapGeneration, "gen2"));

    /// <summary>Managed memory allocated since start, freed or not.</summary>
    public static readonly Column TotalAllocated = Instrument.Counter("dotnet.gc.heap.total_allocated", Unit.Bytes, NumberType.Long,
        "Managed memory allocated since start, freed or not.")
        .From("GC.GetTotalAllocatedBytes (zero-allocation check)");

    /// <summary>Managed heap after the last collection, fragmentation included.</summary>
    public static readonly Instrument HeapSize = Instrument.UpDownCounter("dotnet.gc.last_collection.heap.size", Unit.Bytes, NumberType.Long,
        "Managed heap after the last collection, fragmentation included.")
        .From("GC.GetGCMemoryInfo").Optional();

    /// <summary><see cref="HeapSize"/> of <c>gen0</c>.</summary>
    public static readonly Column Gen0HeapSize = HeapSize.At((Attributes.DotnetGcHeapGeneration, "gen0"));

    /// <summary><see cref="HeapSize"/> of <c>gen1</c>.</summary>
    public static readonly Column Gen1HeapSize = HeapSize.At((Attributes.DotnetGcHeapGeneration, "gen1"));

    /// <summary><see cref="HeapSize"/> of <c>gen2</c>.</summary>
    public static readonly Column Gen2HeapSize = HeapSize.At((Attributes.DotnetGcHeapGeneration, "gen2"));

    /// <summary><see cref="HeapSize"/> of <c>loh</c>.</summary>
    public static readonly Column LohHeapSize = HeapSize.At((Attributes.DotnetGcHeapGeneration, "loh"));

    /// <summary><see cref="HeapSize"/> of <c>poh</c>.</summary>
    public static readonly Column PohHeapSize = HeapSize.At((Attributes.DotnetGcHeapGeneration, "poh"));

    /// <summary>Memory the garbage collector had committed at the last collection.</summary>
    public static readonly Column CommittedSize = Instrument.UpDownCounter("dotnet.gc.last_collection.memory.committed_size", Unit.Bytes, NumberType.Long,
        "Memory the garbage collector had committed at the last collection.")
        .From("GC.GetGCMemoryInfo").Optional();

    /// <summary>Time the garbage collector has paused Probe.</summary>
    public static readonly Column PauseTime = Instrument.Counter("dotnet.gc.pause.time", Unit.Seconds, NumberType.Double,
        "Time the garbage collector has paused Probe.")
        .From("GC.GetTotalPauseDuration");

    /// <summary>Threads in the runtime's pool.</summary>
    public static readonly Column ThreadPoolThreads = Instrument.UpDownCounter("dotnet.thread_pool.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads in the runtime's pool.")
        .From("ThreadPool.ThreadCount").Optional();

    /// <summary>Exceptions thrown in Probe, by type.</summary>
    public static readonly Column ExceptionCount = Instrument.Counter("dotnet.exceptions", Unit.Of("exception"), NumberType.Long,
        "Exceptions thrown in Probe, by type.")
        .From("first-chance exceptions").Optional();

    /// <summary>Programs the eBPF loader was given, by what became of them.</summary>
    public static readonly Instrument ProgramCount = Instrument.UpDownCounter("probe.ebpf.program.count", Unit.Of("program"), NumberType.Long,
        "Programs the eBPF loader was given, by what became of them.")
        .From("loader").On(Systems.Linux).Optional();

    /// <summary><see cref="ProgramCount"/> of <c>attached</c>.</summary>
    public static readonly Column AttachedProgramCount = ProgramCount.At((Attributes.ProbeEbpfProgramState, "attached"));

    /// <summary><see cref="ProgramCount"/> of <c>failed</c>.</summary>
    public static readonly Column FailedProgramCount = ProgramCount.At((Attributes.ProbeEbpfProgramState, "failed"));

    /// <summary><see cref="ProgramCount"/> of <c>disabled</c>.</summary>
    public static readonly Column DisabledProgramCount = ProgramCount.At((Attributes.ProbeEbpfProgramState, "disabled"));

    /// <summary>1 in the state an eBPF module is in, 0 in the others.</summary>
    public static readonly Instrument ModuleState = Instrument.UpDownCounter("probe.ebpf.module.state", Unit.One, NumberType.Long,
        "1 in the state an eBPF module is in, 0 in the others.")
        .From("loader").On(Systems.Linux);

    /// <summary><see cref="ModuleState"/> of <c>available</c>.</summary>
    public static readonly Column AvailableModuleState = ModuleState.At((Attributes.ProbeEbpfModuleState, "available"));

    /// <summary><see cref="ModuleState"/> of <c>not_built_in</c>.</summary>
    public static readonly Column NotBuiltInModuleState = ModuleState.At((Attributes.ProbeEbpfModuleState, "not_built_in"));

    /// <summary><see cref="ModuleState"/> of <c>kernel_too_old</c>.</summary>
    public static readonly Column KernelTooOldModuleState = ModuleState.At((Attributes.ProbeEbpfModuleState, "kernel_too_old"));

    /// <summary><see cref="ModuleState"/> of <c>not_permitted</c>.</summary>
    public static readonly Column NotPermittedModuleState = ModuleState.At((Attributes.ProbeEbpfModuleState, "not_permitted"));

    /// <summary><see cref="ModuleState"/> of <c>refused_by_policy</c>.</summary>
    public static readonly Column RefusedByPolicyModuleState = ModuleState.At((Attributes.ProbeEbpfModuleState, "refused_by_policy"));

    /// <summary>Share of the time that a sampled eBPF module is attached.</summary>
    public static readonly Column SamplingUtilization = Instrument.Gauge("probe.ebpf.sampling.utilization", Unit.One, NumberType.Double,
        "Share of the time that a sampled eBPF module is attached.")
        .From("share of the time that a duty-cycled module is attached").On(Systems.Linux).Optional();

    /// <summary>Processor time an eBPF program has used.</summary>
    public static readonly Column ProgramTime = Instrument.Counter("probe.ebpf.program.time", Unit.Seconds, NumberType.Double,
        "Processor time an eBPF program has used.")
        .From("BPF_OBJ_GET_INFO_BY_FD run_time_ns (kernel.bpf_stats_enabled)").On(Systems.Linux).Optional();

    /// <summary>Times an eBPF program has run.</summary>
    public static readonly Column ProgramRuns = Instrument.Counter("probe.ebpf.program.runs", Unit.Of("run"), NumberType.Long,
        "Times an eBPF program has run.")
        .From("BPF_OBJ_GET_INFO_BY_FD run_cnt").On(Systems.Linux).Optional();

    /// <summary>Events an eBPF program lost because its ring buffer was full.</summary>
    public static readonly Column RingLost = Instrument.Counter("probe.ebpf.ring.lost", Unit.Of("event"), NumberType.Long,
        "Events an eBPF program lost because its ring buffer was full.")
        .From("ring buffer reserve failures").On(Systems.Linux).Optional();

    /// <summary>Times an imported metrics file could not be read or parsed.</summary>
    public static readonly Column ImportErrors = Instrument.Counter("probe.import.errors", Unit.Of("error"), NumberType.Long,
        "Times an imported metrics file could not be read or parsed.")
        .From("Prometheus text files dropped in the import folder");

    /// <summary>When an imported metrics file last changed, in seconds since 1970.</summary>
    public static readonly Column ImportModified = Instrument.Gauge("probe.import.modified", Unit.Seconds, NumberType.Double,
        "When an imported metrics file last changed, in seconds since 1970.")
        .From("Unix time of the last change of an imported file");

    /// <summary>Table <c>probe.collector</c>: a row for each <c>probe.collector.name</c>.</summary>
    public static readonly Schema Collectors = new("probe.collector", resourceKeys: [], keys: [Attributes.ProbeCollectorName], details: [],
        columns: [CollectorDuration, SuccessCollectorRuns, PartialCollectorRuns, TimeoutCollectorRuns, UnsupportedCollectorRuns,
            DeniedCollectorRuns, ErrorCollectorRuns, CollectorLastSuccess, CollectorLag, CollectorAllocated, CollectorSyscalls,
            CollectorReadIo, SeriesCount, CardinalitySeriesDropped, FilterSeriesDropped, StaleSeriesDropped, SourceStalled], Scope.Service);

    /// <summary>Table <c>probe.collector.path</c>: a row for each <c>probe.collector.name</c> and <c>probe.source.path</c>.</summary>
    public static readonly Schema CollectorPaths = new("probe.collector.path", resourceKeys: [], keys: [Attributes.ProbeCollectorName, Attributes.ProbeSourcePath.OneOf("bpf", "netlink", "text", "open")], details: [],
        columns: [SourceFallback], Scope.Service);

    /// <summary>Table <c>probe.capability</c>: a row for each <c>probe.collector.name</c> and <c>probe.capability.name</c>.</summary>
    public static readonly Schema Capabilities = new("probe.capability", resourceKeys: [], keys: [Attributes.ProbeCollectorName, Attributes.ProbeCapabilityName], details: [],
        columns: [CapabilityMissing], Scope.Service);

    /// <summary>Table <c>probe.collection</c>: one row.</summary>
    public static readonly Schema Collection = new("probe.collection", resourceKeys: [], keys: [], details: [],
        columns: [CollectionDuration, ClockJumps], Scope.Service);

    /// <summary>Table <c>probe.export</c>: a row for each <c>probe.export.name</c>.</summary>
    public static readonly Schema Exports = new("probe.export", resourceKeys: [], keys: [Attributes.ProbeExportName], details: [],
        columns: [QueueUsage, QueueLimit, QueueAge, QueueFullDropped, RejectedDropped, ExpiredDropped], Scope.Service);

    /// <summary>Table <c>probe.export.spool</c>: a row for each <c>probe.export.name</c>.</summary>
    public static readonly Schema Spool = new("probe.export.spool", resourceKeys: [], keys: [Attributes.ProbeExportName], details: [],
        columns: [SpoolUsage], Scope.Service);

    /// <summary>Table <c>probe.scrape</c>: a row for each <c>http.response.status_code</c>.</summary>
    public static readonly Schema Scrapes = new("probe.scrape", resourceKeys: [], keys: [Attributes.HttpResponseStatusCode], details: [],
        columns: [ScrapeRequests], Scope.Service);

    /// <summary>Table <c>otel.sdk.exporter</c>: a row for each <c>otel.component.type</c> and <c>otel.component.name</c> and <c>server.address</c> and <c>server.port</c> and <c>error.type</c>.</summary>
    public static readonly Schema SdkExports = new("otel.sdk.exporter", resourceKeys: [], keys: [Attributes.OtelComponentType, Attributes.OtelComponentName, Attributes.ServerAddress, Attributes.ServerPort, Attributes.ErrorType], details: [],
        columns: [PointsExported], Scope.Service);

    /// <summary>Table <c>otel.sdk.exporter.duration</c>: a row for each <c>otel.component.type</c> and <c>otel.component.name</c> and <c>server.address</c> and <c>server.port</c> and <c>error.type</c> and <c>http.response.status_code</c>.</summary>
    public static readonly Schema SdkDurations = new("otel.sdk.exporter.duration", resourceKeys: [], keys: [Attributes.OtelComponentType, Attributes.OtelComponentName, Attributes.ServerAddress, Attributes.ServerPort, Attributes.ErrorType, Attributes.HttpResponseStatusCode], details: [],
        columns: [ExportDuration], Scope.Service);

    /// <summary>Table <c>otel.sdk.exporter.inflight</c>: a row for each <c>otel.component.type</c> and <c>otel.component.name</c> and <c>server.address</c> and <c>server.port</c>.</summary>
    public static readonly Schema SdkInflight = new("otel.sdk.exporter.inflight", resourceKeys: [], keys: [Attributes.OtelComponentType, Attributes.OtelComponentName, Attributes.ServerAddress, Attributes.ServerPort], details: [],
        columns: [PointsInflight], Scope.Service);

    /// <summary>Table <c>otel.sdk.metric_reader</c>: a row for each <c>otel.component.type</c> and <c>otel.component.name</c> and <c>error.type</c>.</summary>
    public static readonly Schema SdkReader = new("otel.sdk.metric_reader", resourceKeys: [], keys: [Attributes.OtelComponentType, Attributes.OtelComponentName, Attributes.ErrorType], details: [],
        columns: [ReaderDuration], Scope.Service);

    /// <summary>Table <c>dotnet</c>: one row.</summary>
    public static readonly Schema Runtime = new("dotnet", resourceKeys: [], keys: [], details: [],
        columns: [UserProcessCpuTime, SystemProcessCpuTime, WorkingSet, Gen0Collections, Gen1Collections, Gen2Collections,
            TotalAllocated, Gen0HeapSize, Gen1HeapSize, Gen2HeapSize, LohHeapSize, PohHeapSize, CommittedSize, PauseTime,
            ThreadPoolThreads], Scope.Service);

    /// <summary>Table <c>dotnet.exceptions</c>: a row for each <c>error.type</c>.</summary>
    public static readonly Schema Exceptions = new("dotnet.exceptions", resourceKeys: [], keys: [Attributes.ErrorType], details: [],
        columns: [ExceptionCount], Scope.Service);

    /// <summary>Table <c>probe.ebpf</c>: one row.</summary>
    public static readonly Schema EbpfPrograms = new("probe.ebpf", resourceKeys: [], keys: [], details: [],
        columns: [AttachedProgramCount, FailedProgramCount, DisabledProgramCount], Scope.Service);

    /// <summary>Table <c>probe.ebpf.module</c>: a row for each <c>probe.ebpf.module.name</c>.</summary>
    public static readonly Schema EbpfModules = new("probe.ebpf.module", resourceKeys: [], keys: [Attributes.ProbeEbpfModuleName], details: [],
        columns: [AvailableModuleState, NotBuiltInModuleState, KernelTooOldModuleState, NotPermittedModuleState,
            RefusedByPolicyModuleState, SamplingUtilization], Scope.Service);

    /// <summary>Table <c>probe.ebpf.program</c>: a row for each <c>probe.ebpf.program.name</c>.</summary>
    public static readonly Schema EbpfProgramCosts = new("probe.ebpf.program", resourceKeys: [], keys: [Attributes.ProbeEbpfProgramName], details: [],
        columns: [ProgramTime, ProgramRuns, RingLost], Scope.Service);

    /// <summary>Table <c>probe.import</c>: a row for each <c>file.name</c>.</summary>
    public static readonly Schema Imports = new("probe.import", resourceKeys: [], keys: [Attributes.FileName], details: [],
        columns: [ImportErrors, ImportModified], Scope.Service);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Collectors, CollectorPaths, Capabilities, Collection, Exports, Spool, Scrapes, SdkExports, SdkDurations, SdkInflight, SdkReader, Runtime, Exceptions, EbpfPrograms, EbpfModules, EbpfProgramCosts, Imports];
}
