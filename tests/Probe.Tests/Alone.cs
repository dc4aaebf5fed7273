namespace Probe.Tests;

/// <summary>Tests that run after all others, one at a time: they measure the whole process, or listen to all of it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "alone";
}
