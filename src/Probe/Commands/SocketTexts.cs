using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Probe.Commands;

/// <summary>The sockets of a process's network, from the texts below <c>/proc/PID/net</c>, joined with its descriptors by inode.</summary>
/// <param name="read">Gives such a text; empty where it is not to be had.</param>
internal sealed class SocketTexts(Func<string, string> read)
{
    private const string SocketLink = "socket:[";

    // enum in include/net/tcp_states.h, from 1 on.
    private static readonly string[] s_states =
        ["established", "syn_sent", "syn_recv", "fin_wait1", "fin_wait2", "time_wait", "closed", "close_wait", "last_ack", "listen", "closing", "new_syn_recv"];

    /// <summary>What each descriptor that is a socket is: protocol, addresses and state.</summary>
    public IEnumerable<InspectedFact> Describe(ImmutableArray<InspectedFact> descriptors)
    {
        var sockets = descriptors.Where(d => d.Value.StartsWith(SocketLink, StringComparison.Ordinal)).ToList();
        if (sockets.Count == 0)
            return [];
        var byInode = new Dictionary<string, string>();
        foreach (string protocol in (string[])["tcp", "tcp6", "udp", "udp6"])
            ReadInternet(protocol, byInode);
        ReadUnix(byInode);
        return sockets.Select(s => new InspectedFact(s.Name, byInode.GetValueOrDefault(s.Value[SocketLink.Length..^1], s.Value)));
    }

    private void ReadInternet(string protocol, Dictionary<string, string> byInode)
    {
        foreach (string line in read(protocol).Split('\n').Skip(1))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 10 || Address(words[1]) is not { } local || Address(words[2]) is not { } peer)
                continue;
            string state = protocol[0] == 't' && TryHex(words[3], out uint number) && number >= 1 && number <= s_states.Length ? " " + s_states[number - 1] : "";
            byInode[words[9]] = peer.Port == 0 ? $"{protocol} {local}{state}" : $"{protocol} {local} to {peer}{state}";
        }
    }

    private void ReadUnix(Dictionary<string, string> byInode)
    {
        foreach (string line in read("unix").Split('\n').Skip(1))
        {
            string[] words = line.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 7)
                continue;
            string state = words[5] switch { "01" => words[3].EndsWith("10000", StringComparison.Ordinal) ? " listen" : " unconnected", "03" => " connected", _ => "" };
            byInode[words[6]] = $"unix{(words.Length > 7 ? " " + words[7] : "")}{state}";
        }
    }

    /// <summary>An address as the kernel prints it: words of 32 bits in the machine's order, and a port.</summary>
    private static IPEndPoint? Address(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length != 2 || parts[0].Length is not (8 or 32) || !TryHex(parts[1], out uint port) || port > ushort.MaxValue)
            return null;
        byte[] address = new byte[parts[0].Length / 2];
        for (int i = 0; i < address.Length; i += 4)
        {
            if (!TryHex(parts[0].Substring(i * 2, 8), out uint word))
                return null;
            if (BitConverter.IsLittleEndian)
                BinaryPrimitives.WriteUInt32LittleEndian(address.AsSpan(i), word);
            else
                BinaryPrimitives.WriteUInt32BigEndian(address.AsSpan(i), word);
        }

        return new IPEndPoint(new IPAddress(address), (int)port);
    }

    private static bool TryHex(string text, out uint value) => uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
