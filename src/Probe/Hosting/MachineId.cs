using Probe.Metrics;

namespace Probe.Hosting;

/// <summary>The 128 bits that name an installed system, from <c>/etc/machine-id</c>; see machine-id(5).</summary>
internal readonly struct MachineId
{
    private const int Size = 16;

    private readonly byte[] _bytes;

    private MachineId(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads its 32 hexadecimal digits.</summary>
    /// <returns>False where the text is anything else, such as <c>uninitialized</c>.</returns>
    public static bool TryParse(string text, out MachineId id)
    {
        byte[] bytes = new byte[Size];
        bool given = text.Length == 2 * Size && Convert.FromHexString(text, bytes, out _, out int written) == System.Buffers.OperationStatus.Done && written == Size;
        id = new MachineId(bytes);
        return given;
    }

    /// <summary>Another id, the same on every start, from which nobody can work out this one: what systemd makes for an application.</summary>
    /// <param name="application">The application's own, fixed id.</param>
    public Guid ForApplication(Guid application)
    {
        byte[] hash = KeyedHash(_bytes, application.ToByteArray(bigEndian: true));
        hash[6] = (byte)(hash[6] & 0x0f | 0x40);        // a UUID of version 4
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return new Guid(hash.AsSpan(0, Size), bigEndian: true);
    }

    /// <inheritdoc/>
    public override string ToString() => Convert.ToHexStringLower(_bytes);

    // HMAC-SHA256
    private static byte[] KeyedHash(byte[] key, byte[] message)
    {
        byte[] inner = new byte[64], outer = new byte[64];
        for (int i = 0; i < 64; i++)
        {
            byte k = i < key.Length ? key[i] : (byte)0;
            (inner[i], outer[i]) = ((byte)(k ^ 0x36), (byte)(k ^ 0x5c));
        }

        return Sha256.Hash([.. outer, .. Sha256.Hash([.. inner, .. message])]);
    }
}
