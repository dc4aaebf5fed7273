using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Probe.Exporters;

namespace Probe.Web;

/// <summary>What clients must know: a user and a password, by basic authentication.</summary>
internal sealed class Credentials(string user, string password)
{
    private readonly Lock _lock = new();
    private readonly WatchedFile? _file = SecretText.FileOf(password) is { } path ? new WatchedFile(path) : null;
    private byte[]? _digest;

    /// <summary>Compares the value of an <c>Authorization</c> header in a time that does not depend on how much of it is right; anyone may read where no user is set.</summary>
    public bool Accepts(ReadOnlySpan<byte> authorization)
    {
        if (user.Length == 0)
            return true;
        ReadOnlySpan<byte> scheme = "basic "u8;
        if (authorization.Length < scheme.Length || !Ascii.EqualsIgnoreCase(authorization[..scheme.Length], scheme))
            return false;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(authorization[scheme.Length..].Trim((byte)' '), given);
        return Digest() is { } expected && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>Reads the password that the settings hold or point to.</summary>
    /// <returns>False with the problem, which never tells the password.</returns>
    public static bool TryReadPassword(string setting, [NotNullWhen(true)] out string? password, out string problem)
    {
        if (!SecretText.TryRead(setting, out password, out problem))
            return false;
        problem = password.Length == 0 ? "is empty where it points to." : "";
        return problem.Length == 0;
    }

    private byte[]? Digest()
    {
        lock (_lock)
        {
            bool isNew = _file?.HasChanged() ?? false;
            if ((isNew || _digest is null) && TryReadPassword(password, out string? secret, out _))
                _digest = SHA256.HashData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))));
            return _digest;
        }
    }
}
