using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Probe.Web;

/// <summary>What clients must know: a user and a password, by basic authentication.</summary>
internal sealed class Credentials(string user, string password)
{
    private const string FilePrefix = "file:", EnvironmentPrefix = "env:";

    private readonly Lock _lock = new();
    private DateTime _read;
    private byte[]? _digest;

    /// <summary>True when anyone may read.</summary>
    public bool IsOpen => user.Length == 0;

    /// <summary>Compares the value of an <c>Authorization</c> header in a time that does not depend on how much of it is right.</summary>
    public bool Accepts(ReadOnlySpan<byte> authorization)
    {
        if (IsOpen)
            return true;
        ReadOnlySpan<byte> scheme = "basic "u8;
        if (authorization.Length < scheme.Length || !Ascii.EqualsIgnoreCase(authorization[..scheme.Length], scheme))
            return false;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(authorization[scheme.Length..].Trim((byte)' '), given);
        return Digest() is { } expected && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>The password as the settings have it: itself, <c>file:PATH</c> or <c>env:NAME</c>.</summary>
    /// <returns>False with the problem, which never tells the password.</returns>
    public static bool TryRead(string setting, [NotNullWhen(true)] out string? password, out string problem)
    {
        password = null;
        problem = "";
        try
        {
            if (setting.StartsWith(FilePrefix, StringComparison.Ordinal))
                password = File.ReadAllText(setting[FilePrefix.Length..]).Trim();
            else if (setting.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
                password = Environment.GetEnvironmentVariable(setting[EnvironmentPrefix.Length..])?.Trim();
            else
                password = setting;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e.Message;
            return false;
        }

        if (string.IsNullOrEmpty(password))
            problem = "is empty where it points to.";
        return problem.Length == 0;
    }

    private byte[]? Digest()
    {
        lock (_lock)
        {
            DateTime stamp = password.StartsWith(FilePrefix, StringComparison.Ordinal) ? File.GetLastWriteTimeUtc(password[FilePrefix.Length..]) : default;
            if ((_digest is null || stamp != _read) && TryRead(password, out string? secret, out _))
            {
                _digest = SHA256.HashData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))));
                _read = stamp;
            }

            return _digest;
        }
    }
}
