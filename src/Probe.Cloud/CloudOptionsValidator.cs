using Microsoft.Extensions.Options;

namespace Probe.Cloud;

/// <summary>Holds <see cref="CloudOptions"/> to their ranges.</summary>
public sealed class CloudOptionsValidator : IValidateOptions<CloudOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CloudOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Timeout < Shortest || options.Timeout > Longest)
            result.AddError("must be between 100 ms and 10 s.", "Probe:Cloud:Timeout");
        return result.Build();
    }
}
