using Microsoft.Extensions.Options;

namespace Probe.Configuration;

/// <summary>Which kernel is read. Section <c>Probe:Kernel</c>.</summary>
public sealed class KernelOptions
{
    /// <summary>The folder below which <c>/proc</c> and <c>/sys</c> lie: <c>/</c>, a host's tree mounted elsewhere, or a recording.</summary>
    public string Root { get; set; } = "/";
}

internal sealed class KernelOptionsValidator : IValidateOptions<KernelOptions>
{
    public ValidateOptionsResult Validate(string? name, KernelOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!Directory.Exists(options.Root))
            result.AddError("must be a folder that exists.", "Probe:Kernel:Root");
        return result.Build();
    }
}
