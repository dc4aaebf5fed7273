using System.Runtime.ExceptionServices;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Hosting.SelfMetrics;

/// <summary>Counts the exceptions thrown in this process by type, from when somebody first asks for them.</summary>
internal sealed class ExceptionCounts(Timestamp start) : IDisposable
{
    private const int MostTypes = 64;
    private const string Other = "_OTHER";          // OpenTelemetry's word for the rest

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Count> _byType = [];
    private bool _listens;

    /// <summary>Writes a row for each type, if the settings ask for them.</summary>
    public void Write(Table table)
    {
        if (!table.WantsAny)
            return;
        if (!_listens)
            AppDomain.CurrentDomain.FirstChanceException += Add;
        _listens = true;
        lock (_lock)
        {
            foreach (Count count in _byType.Values)
                table.Add(count.Entity).Set(Self.ExceptionCount, count.Value);
        }
    }

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Add;

    private void Add(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        string type = thrown.Exception.GetType().FullName ?? Other;
        lock (_lock)
        {
            if (!_byType.TryGetValue(type, out Count? count) && _byType.Count >= MostTypes)
                _byType.TryGetValue(type = Other, out count);
            if (count is null)
                _byType.Add(type, count = new Count(new Entity(Self.Exceptions, start, type)));
            count.Value++;
        }
    }

    private sealed class Count(Entity entity)
    {
        public Entity Entity { get; } = entity;

        public long Value { get; set; }
    }
}
