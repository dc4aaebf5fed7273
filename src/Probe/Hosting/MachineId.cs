using System.Buffers.Binary;
using System.Numerics;

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

    // HMAC-SHA256. The base library's would load OpenSSL, some megabytes for one hash at start.
    private static byte[] KeyedHash(byte[] key, byte[] message)
    {
        byte[] inner = new byte[64], outer = new byte[64];
        for (int i = 0; i < 64; i++)
        {
            byte k = i < key.Length ? key[i] : (byte)0;
            (inner[i], outer[i]) = ((byte)(k ^ 0x36), (byte)(k ^ 0x5c));
        }

        return Sha256([.. outer, .. Sha256([.. inner, .. message])]);
    }

    private static byte[] Sha256(byte[] message)
    {
        byte[] padded = new byte[(message.Length + 9 + 63) / 64 * 64];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(^8), message.Length * 8L);
        uint[] state = Roots(8, 2);
        uint[] constants = Roots(64, 3);
        for (int at = 0; at < padded.Length; at += 64)
            Mix(state, constants, padded.AsSpan(at, 64));
        byte[] hash = new byte[32];
        for (int i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), state[i]);
        return hash;
    }

    private static void Mix(uint[] state, uint[] constants, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[64];
        for (int i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (int i = 16; i < 64; i++)
        {
            uint early = words[i - 15], late = words[i - 2];
            words[i] = words[i - 16] + words[i - 7]
                + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ early >> 3)
                + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ late >> 10);
        }

        (uint a, uint b, uint c, uint d, uint e, uint f, uint g, uint h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (int i = 0; i < 64; i++)
        {
            uint first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25))
                + (e & f ^ ~e & g) + constants[i] + words[i];
            uint second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + (a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
        (state[4], state[5], state[6], state[7]) = (state[4] + e, state[5] + f, state[6] + g, state[7] + h);
    }

    /// <summary>The first 32 bits behind the point of the square or cube roots of the first primes, as the standard defines its constants.</summary>
    private static uint[] Roots(int count, int degree)
    {
        uint[] roots = new uint[count];
        for (int found = 0, prime = 2; found < count; prime++)
        {
            if (Enumerable.Range(2, Math.Max(0, (int)Math.Sqrt(prime) - 1)).All(d => prime % d != 0))
                roots[found++] = Root(prime, degree);
        }

        return roots;
    }

    private static uint Root(int prime, int degree)
    {
        // The largest whole number whose power is at most prime * 2^(32 * degree); its low 32 bits lie behind the point.
        UInt128 low = 0, high = (UInt128)1 << 37;
        while (high - low > 1)
        {
            UInt128 middle = (low + high) / 2;
            UInt128 power = degree == 2 ? middle * middle : middle * middle * middle;
            if (power <= (UInt128)prime << (32 * degree))
                low = middle;
            else
                high = middle;
        }

        return (uint)low;
    }
}
