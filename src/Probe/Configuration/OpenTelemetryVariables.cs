using System.Collections.Immutable;
using System.Globalization;

namespace Probe.Configuration;

/// <summary>Reads the variables that OpenTelemetry defines for every program, as settings of ours.</summary>
/// <remarks>
/// As its specification asks: an empty variable is an unset one, one for metrics wins over one for all signals, an endpoint for metrics is taken
/// as it is while <c>v1/metrics</c> is appended to one for all signals, and a value that makes no sense is ignored with a warning.
/// </remarks>
internal sealed class OpenTelemetryVariables(ImmutableArray<KeyValuePair<string, string>> variables, List<SettingError> warnings)
{
    private readonly List<RawSetting> _settings = [];

    /// <summary>What they say.</summary>
    public List<RawSetting> Read()
    {
        ReadEndpoint();
        ReadChoice("Protocol", "PROTOCOL", ("grpc", "Grpc"), ("http/protobuf", "HttpProtobuf"));
        ReadChoice("Compression", "COMPRESSION", ("gzip", "Gzip"), ("none", "None"));

        // Low memory asks for deltas of what an instrument adds up itself; a host's counters are read, and stay totals.
        ReadChoice("Temporality", "TEMPORALITY_PREFERENCE", ("cumulative", "Cumulative"), ("delta", "Delta"), ("lowmemory", "Cumulative"));
        ReadFile("CertificateAuthority", "CERTIFICATE");
        ReadFile("ClientCertificate", "CLIENT_CERTIFICATE");
        ReadFile("ClientKey", "CLIENT_KEY");
        ReadMilliseconds("Probe:Otlp:Timeout", FindExporter("TIMEOUT"));
        ReadMilliseconds("Probe:Otlp:Interval", Find("OTEL_METRIC_EXPORT_INTERVAL"));
        ReadPairs("Probe:Otlp:Headers", FindExporter("HEADERS"));
        ReadPairs("Probe:Resource:Attributes", Find("OTEL_RESOURCE_ATTRIBUTES"));
        if (Find("OTEL_SERVICE_NAME") is { } service)
            Put("Probe:Resource:Attributes:service.name", service.Value, service);
        ReadExporters();
        return _settings;
    }

    private void ReadEndpoint()
    {
        Variable? metrics = Find("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
        if ((metrics ?? Find("OTEL_EXPORTER_OTLP_ENDPOINT")) is not { } endpoint)
            return;
        string url = endpoint.Value;
        if (!url.Contains("://", StringComparison.Ordinal))
        {
            // gRPC's way to name a target; whether it is plain is a variable of its own.
            bool plain = FindExporter("INSECURE")?.Value.Equals("true", StringComparison.OrdinalIgnoreCase) ?? false;
            url = (plain ? "http://" : "https://") + url;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            Ignore(endpoint, "expected a URL such as http://collector:4318");
            return;
        }

        Put("Probe:Otlp:Endpoint", url, endpoint);
        Put("Probe:Otlp:Path", metrics is null ? "v1/metrics" : "", endpoint);
    }

    private void ReadExporters()
    {
        if (Find("OTEL_METRICS_EXPORTER") is { } metrics && !Names(metrics).Contains("otlp"))
            Put("Probe:Otlp:Endpoint", "", metrics);
        if (Find("OTEL_TRACES_EXPORTER") is { } traces && Names(traces).Contains("otlp"))
            Put("Probe:SelfTelemetry:Enabled", "true", traces);
    }

    private void ReadChoice(string key, string name, params ReadOnlySpan<(string Theirs, string Ours)> choices)
    {
        if (FindExporter(name) is not { } variable)
            return;
        string expected = "";
        foreach ((string theirs, string ours) in choices)
        {
            if (theirs.Equals(variable.Value, StringComparison.OrdinalIgnoreCase))
            {
                Put($"Probe:Otlp:{key}", ours, variable);
                return;
            }

            expected += expected.Length == 0 ? theirs : $", {theirs}";
        }

        Ignore(variable, $"expected one of {expected}");
    }

    private void ReadFile(string key, string name)
    {
        if (FindExporter(name) is { } variable)
            Put($"Probe:Otlp:{key}", variable.Value, variable);
    }

    private void ReadMilliseconds(string key, Variable? variable)
    {
        if (variable is null)
            return;
        if (int.TryParse(variable.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds))
            Put(key, $"{milliseconds}ms", variable);
        else
            Ignore(variable, "expected a whole number of milliseconds");
    }

    private void ReadPairs(string key, Variable? variable)
    {
        if (variable is null)
            return;
        var pairs = new List<(string Name, string Value)>();
        foreach (string member in variable.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!EncodedPair.TryParse(member, out string name, out string value) || name.Contains(':'))
            {
                Ignore(variable, "expected name=value, separated by commas and percent-encoded where need be");
                return;
            }

            pairs.Add((name, value));
        }

        foreach ((string name, string value) in pairs)
            Put($"{key}:{name}", value, variable);
    }

    private Variable? FindExporter(string name) => Find($"OTEL_EXPORTER_OTLP_METRICS_{name}") ?? Find($"OTEL_EXPORTER_OTLP_{name}");

    private Variable? Find(string name)
    {
        foreach (KeyValuePair<string, string> variable in variables)
        {
            if (variable.Key == name && !string.IsNullOrWhiteSpace(variable.Value))
                return new Variable(name, variable.Value.Trim());
        }

        return null;
    }

    private void Put(string key, string value, Variable variable) => _settings.Add(new RawSetting(key, value, variable.Origin));

    // Not the value itself: it may be a secret.
    private void Ignore(Variable variable, string expected) => warnings.Add(new SettingError(variable.Origin, "", $"{expected}; it is ignored."));

    private static string[] Names(Variable variable) => variable.Value.Split(',', StringSplitOptions.TrimEntries);

    private sealed record Variable(string Name, string Value)
    {
        public SettingOrigin Origin => new(SettingLayer.Variable, Name);
    }
}
