namespace Probe.Collection;

/// <summary>Ticks that follow the passes of another collector. A pass that comes while the loop is busy waits for it; of several the latest does.</summary>
public sealed class PassTicket : Ticket
{
    private readonly Lock _lock = new();
    private PassTime? _missed;

    /// <summary>Says that a pass was committed.</summary>
    public void Give(PassTime pass)
    {
        lock (_lock)
            _missed = pass;
        GiveMissed();
    }

    private protected override void Wait() => GiveMissed();

    private protected override void Leave()
    {
    }

    private void GiveMissed()
    {
        PassTime? pass;
        lock (_lock)
            (pass, _missed) = (_missed, null);
        if (pass is { } taken && !Give(new Tick(TimeSpan.Zero, taken)))
        {
            lock (_lock)
                _missed ??= taken;
        }
    }
}
