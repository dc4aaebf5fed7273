using System.Buffers.Binary;
using System.Numerics;

namespace Probe.Metrics;

/// <summary>SHA-256 for what is hashed once at start and is no secret. The base library's would load OpenSSL, two megabytes of memory for one hash.</summary>
public static class Sha256
{
    /// <summary>The 32 bytes that stand for a text of bytes.</summary>
    public static byte[] Hash(byte[] message)
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
