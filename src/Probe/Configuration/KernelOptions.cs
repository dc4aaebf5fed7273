using Microsoft.Extensions.Options;
using Probe.Kernel;

namespace Probe.Configuration;

/// <summary>Which kernel is read. Section <c>Probe:Kernel</c>.</summary>
public sealed class KernelOptions
{
    /// <summary>The folder below which <c>/proc</c> and <c>/sys</c> lie: <c>/</c>, a host's tree mounted elsewhere, or a recording.</summary>
    public string Root { get; set; } = "/";
}

internal sealed class KernelOptionsValidator : IValidateOptions<KernelOptions>
{
    private const string Key = "Probe:Kernel:Root";

    public ValidateOptionsResult Validate(string? name, KernelOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!Directory.Exists(options.Root))
            result.AddError("must be a folder that exists.", Key);
        else if (Problem(options.Root) is { } problem)
            result.AddError($"holds no recording that can be played back: {problem}", Key);
        return result.Build();
    }

    private static string? Problem(string root)
    {
        try
        {
            RecordedHost.TryLoad(root);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return e.Message;
        }
    }
}
