using System.Collections.Immutable;
using System.Globalization;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>What <c>/proc/PID/io</c> tells; absent where that may not be read.</summary>
internal struct ProcessIo
{
    public long ReadChars, WriteChars, ReadCalls, WriteCalls, ReadBytes, WriteBytes, CancelledBytes;

    /// <summary>Nothing known.</summary>
    public static readonly ProcessIo Unknown = new()
    {
        ReadChars = Cell.AbsentLong, WriteChars = Cell.AbsentLong, ReadCalls = Cell.AbsentLong, WriteCalls = Cell.AbsentLong,
        ReadBytes = Cell.AbsentLong, WriteBytes = Cell.AbsentLong, CancelledBytes = Cell.AbsentLong,
    };

    /// <summary>Bytes from and to storage; 0 where they are not known.</summary>
    public readonly long Bytes => Math.Max(ReadBytes, 0) + Math.Max(WriteBytes, 0);
}

/// <summary>One process between passes. Another process with the same pid, later, is another of these.</summary>
internal sealed class KnownProcess(int pid, in ProcessStat first, Timestamp since)
{
    private Dictionary<Schema, Entity>? _entities;       // most processes of a large host never have a row

    /// <summary>What it told in this pass and in the one before; the same where there is none before.</summary>
    public ProcessStat Now = first, Before = first;

    /// <summary>Likewise.</summary>
    public ProcessIo IoNow = ProcessIo.Unknown, IoBefore = ProcessIo.Unknown;

    /// <summary>What of it has been counted in groups already.</summary>
    public long CountedUserTicks, CountedSystemTicks, CountedReadBytes, CountedWriteBytes;

    public int Pid { get; } = pid;

    /// <summary>When it started.</summary>
    public Timestamp Since { get; } = since;

    /// <summary>Passes in which it was met.</summary>
    public int Passes { get; set; }

    /// <summary>The last pass in which it was met.</summary>
    public int LastPass { get; set; }

    /// <summary>Whether it was met in the pass before as well.</summary>
    public bool WasMetBefore { get; set; }

    /// <summary>By what it has a row of its own in this pass; 0: it has none.</summary>
    public ProcessRanks Ranks { get; set; }

    /// <summary>How much it did lately: half of what it did before, and what it did in this pass.</summary>
    public double RecentTicks { get; set; }

    /// <inheritdoc cref="RecentTicks"/>
    public double RecentBytes { get; set; }

    /// <summary>Descriptors it has open; absent where nobody asked or that is not known.</summary>
    public long OpenDescriptors { get; set; } = Cell.AbsentLong;

    /// <summary>The group it counts in; null until it has been counted.</summary>
    public ProcessGroup? Group { get; set; }

    /// <summary>Who it is.</summary>
    public ProcessIdentity? Identity { get; private set; }

    /// <summary>Takes in who it is. When that has changed, its rows are other ones from now on.</summary>
    public void Identify(ProcessIdentity identity)
    {
        if (identity == Identity)
            return;
        Identity = identity;
        Group = null;
        _entities = null;
    }

    /// <summary>Its row in a table.</summary>
    public Entity EntityOf(Schema schema)
    {
        _entities ??= [];
        if (!_entities.TryGetValue(schema, out Entity? entity))
            _entities.Add(schema, entity = new Entity(schema, Since, Values()));
        return entity;
    }

    private ImmutableArray<string> Values() =>
    [
        Pid.ToString(CultureInfo.InvariantCulture), Since.ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        Cell.IsAbsent(Identity!.Parent) ? "" : Identity.Parent.ToString(CultureInfo.InvariantCulture), Identity.Name, Identity.Owner, Identity.Container,
    ];
}
