using System.Collections.Immutable;

namespace Probe.Cloud;

/// <summary>One cloud: how its machines are told by local facts, and how it is asked who they are.</summary>
/// <remarks>A new provider is a file with one of these, and its line in <see cref="CloudProviders"/>.</remarks>
internal interface ICloudProvider
{
    /// <summary>Its name, as <c>cloud.provider</c> has it.</summary>
    string Name { get; }

    /// <summary>True when the machine's own facts leave no doubt: without that nobody is asked.</summary>
    bool IsHintedBy(MachineFacts facts);

    /// <summary>Resource attributes that the machine's own facts tell, without asking.</summary>
    ImmutableArray<KeyValuePair<string, string>> Infer(MachineFacts facts);

    /// <summary>Asks the metadata service. Any answer proves nothing: only one that has the provider's own form is taken.</summary>
    /// <returns>Resource attributes; an absent one is left out.</returns>
    /// <exception cref="CloudRefusalException">The service does not say.</exception>
    /// <exception cref="HttpRequestException">It was not reached.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    Task<ImmutableArray<KeyValuePair<string, string>>> AskAsync(HttpMessageInvoker http, CancellationToken stop);
}

/// <summary>A metadata service answered, and not with what was asked for.</summary>
internal sealed class CloudRefusalException(string message) : Exception(message);

/// <summary>The clouds there are.</summary>
internal static class CloudProviders
{
    public static ImmutableArray<ICloudProvider> All { get; } = [new AwsProvider()];
}
