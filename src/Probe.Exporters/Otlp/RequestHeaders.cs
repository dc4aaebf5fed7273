using System.Net.Http.Headers;

namespace Probe.Exporters.Otlp;

/// <summary>The headers of the settings, with the values their files hold now.</summary>
internal sealed class RequestHeaders
{
    private readonly Header[] _headers;

    public RequestHeaders(IReadOnlyDictionary<string, string> settings)
    {
        _headers = [.. settings.Select(s => new Header(s.Key, s.Value))];
    }

    public void AddTo(HttpRequestHeaders headers)
    {
        foreach (Header header in _headers)
        {
            if (header.Read() is { } value)
                headers.TryAddWithoutValidation(header.Name, value);
        }
    }

    private sealed class Header(string name, string setting)
    {
        private readonly WatchedFile? _file = SecretText.FileOf(setting) is { } path ? new WatchedFile(path) : null;
        private string? _value;

        public string Name => name;

        /// <summary>The value; while a file cannot be read, the one it had.</summary>
        public string? Read()
        {
            bool stands = _value is not null && (_file is null || !_file.HasChanged());
            if (!stands && HeaderValue.TryRead(setting, out string? value, out _))
                _value = value;
            return _value;
        }
    }
}
