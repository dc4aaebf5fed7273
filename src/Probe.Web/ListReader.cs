using System.Buffers.Text;
using System.Text;

namespace Probe.Web;

/// <summary>Walks a header's list, such as <c>text/plain;version=0.0.4;q=0.5, */*;q=0.1</c>.</summary>
internal ref struct ListReader(ReadOnlySpan<byte> list)
{
    private ReadOnlySpan<byte> _rest = list;
    private ReadOnlySpan<byte> _parameters;

    /// <summary>The item at hand, without its parameters.</summary>
    public ReadOnlySpan<byte> Item { get; private set; }

    /// <summary>How much the item is wanted, in thousandths; 0: not at all.</summary>
    public readonly int Weight
    {
        get
        {
            ReadOnlySpan<byte> q = Parameter("q"u8);
            if (q.IsEmpty)
                return 1000;
            return Utf8Parser.TryParse(q, out double weight, out int read) && read == q.Length && weight is >= 0 and <= 1 ? (int)(weight * 1000) : 0;
        }
    }

    /// <summary>Goes to the next item that is not empty.</summary>
    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            ReadOnlySpan<byte> part = Cut(ref _rest, (byte)',');
            Item = Cut(ref part, (byte)';');
            _parameters = part;
            if (!Item.IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>The value of a parameter of the item; empty where it has none of that name.</summary>
    public readonly ReadOnlySpan<byte> Parameter(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = _parameters;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> parameter = Cut(ref rest, (byte)';');
            ReadOnlySpan<byte> key = Cut(ref parameter, (byte)'=');
            if (Ascii.EqualsIgnoreCase(key, name))
                return parameter.Trim((byte)'"');
        }

        return [];
    }

    /// <summary>True when the list has the word.</summary>
    public static bool Has(ReadOnlySpan<byte> list, ReadOnlySpan<byte> word)
    {
        var reader = new ListReader(list);
        while (reader.Next())
        {
            if (Ascii.EqualsIgnoreCase(reader.Item, word))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Cut(scoped ref ReadOnlySpan<byte> rest, byte at)
    {
        int end = rest.IndexOf(at);
        ReadOnlySpan<byte> part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..].Trim(" \t"u8);
        return part.Trim(" \t"u8);
    }
}
