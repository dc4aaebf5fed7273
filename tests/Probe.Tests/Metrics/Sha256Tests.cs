using System.Security.Cryptography;
using Probe.Metrics;

namespace Probe.Tests.Metrics;

public sealed class Sha256Tests
{
    [Fact]
    public void It_is_the_base_librarys_for_every_length_around_a_block()
    {
        for (int length = 0; length < 200; length++)
        {
            byte[] message = new byte[length];
            new Random(length).NextBytes(message);

            Assert.Equal(SHA256.HashData(message), Sha256.Hash(message));
        }
    }
}
