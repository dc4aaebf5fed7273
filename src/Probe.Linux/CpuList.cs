using Probe.Kernel;

namespace Probe.Linux;

/// <summary>Sets of CPUs or nodes as sysfs writes them: <c>0-3,8,10-11</c> and a newline.</summary>
internal static class CpuList
{
    private const int Largest = 1 << 20;

    /// <summary>How many are in the set; null where the text is no such set.</summary>
    public static int? Count(ReadOnlySpan<byte> text)
    {
        int count = 0;
        var ranges = new Ranges(text);
        while (ranges.TryRead(out int first, out int last))
            count += last - first + 1;
        return ranges.IsWhole ? count : null;
    }

    /// <summary>Puts its members into a list, in order.</summary>
    /// <returns>False, and an empty list, where the text is no such set.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, List<int> members)
    {
        members.Clear();
        var ranges = new Ranges(text);
        while (ranges.TryRead(out int first, out int last))
        {
            for (int member = first; member <= last; member++)
                members.Add(member);
        }

        if (!ranges.IsWhole)
            members.Clear();
        return ranges.IsWhole;
    }

    /// <summary>Walks the ranges of one line.</summary>
    private ref struct Ranges(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        /// <summary>After the last range: the line ended as it should.</summary>
        public readonly bool IsWhole => _rest.SequenceEqual("\n"u8);

        public bool TryRead(out int first, out int last)
        {
            ReadOnlySpan<byte> rest = _rest;
            last = 0;
            if (!TryReadNumber(ref rest, out first))
                return false;
            last = first;
            if (rest.StartsWith("-"u8))
            {
                rest = rest[1..];
                if (!TryReadNumber(ref rest, out last) || last < first)
                    return false;
            }

            if (rest.StartsWith(","u8))
                rest = rest[1..];
            else if (!rest.SequenceEqual("\n"u8))
                return false;
            _rest = rest;
            return true;
        }

        private static bool TryReadNumber(ref ReadOnlySpan<byte> text, out int number)
        {
            bool found = System.Buffers.Text.Utf8Parser.TryParse(text, out number, out int used) && number is >= 0 and < Largest;
            text = text[(found ? used : 0)..];
            return found;
        }
    }
}
