using System.Text;
using Probe.Collection;
using Probe.Kernel;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>Whatever befalls the kernel's text, a value is the true one or absent.</summary>
public sealed class SpoiledSourceTests
{
    // They count the entries of a list, and a list that ends too early between two entries does not show it.
    private static readonly string[] s_counting = ["filesystem", "ipc", "kernel-log", "processes", "sessions"];

    // A process that is not seen has exited as far as its group can know, and its time is kept: seen again, it counts as another.
    private static readonly string[] s_keeping = ["processes"];

    public static TheoryData<string, string> Cases => RosterContractTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_cut_at_any_byte(string collector, string host) =>
        Hold(collector, host, static text => Enumerable.Range(0, text.Length).Select(length => text[..length]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_that_turns_into_zeros_at_any_byte(string collector, string host) =>
        Hold(collector, host, static text => Enumerable.Range(0, text.Length).Select(length =>
        {
            byte[] zeroed = [.. text];
            zeroed.AsSpan(length).Clear();
            return zeroed;
        }), skipCalls: true);       // a struct has no ends that a reader could miss: a call fills it or fails

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_that_end_in_a_carriage_return(string collector, string host) =>
        Hold(collector, host, static text => [Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(text).Replace("\n", "\r\n"))]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_that_is_missing(string collector, string host) =>
        Hold(collector, host, static text => Enumerable.Range(0, Lines(text).Length).Select(missing =>
            Join(Lines(text).Where((_, i) => i != missing))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_that_nobody_knows(string collector, string host) =>
        Hold(collector, host, static text => Enumerable.Range(1, Lines(text).Length - 1).Select(at =>
            Join([.. Lines(text)[..at], "brand_new words and nothing else\n", .. Lines(text)[at..]])));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_too_large_for_anything(string collector, string host) =>
        Hold(collector, host, static text => Numbers(text).Select(number =>
            (byte[])[.. text[..number.Start], .. "99999999999999999999999"u8, .. text[number.End..]]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Letters_in_the_place_of_numbers(string collector, string host) =>
        Hold(collector, host, static text => Numbers(text).Select(number =>
        {
            byte[] lettered = [.. text];
            lettered.AsSpan(number.Start, number.End - number.Start).Fill((byte)'x');
            return lettered;
        }));

    private static void Hold(string collector, string host, Func<byte[], IEnumerable<byte[]>> spoil, bool skipCalls = false)
    {
        RosterCase line = RosterCase.All.First(c => c.Line.Name == collector && c.Host == host);
        var kernel = new SpoiledKernel(line.Kernel);
        Snapshot whole = line.Collect(kernel);
        ICollector running = line.Create(kernel);
        foreach (((string Name, bool IsListing) answer, byte[] text) in kernel.Given.ToArray())
        {
            if (IsCall(answer.Name) && skipCalls)
                continue;
            foreach (byte[] spoiled in spoil(text))
            {
                // A collector that begins with it, and one that saw the whole text just before and may trust what it learned from that.
                kernel.Heal();
                running.Collect(line.MakeSnapshot());
                kernel.Spoil(answer, spoiled);
                Hold(line, line.Create(kernel), whole, answer.Name, spoiled);
                if (!s_keeping.Contains(collector))
                    Hold(line, running, whole, answer.Name, spoiled);
            }
        }
    }

    private static void Hold(RosterCase line, ICollector collector, Snapshot whole, string name, byte[] spoiled)
    {
        Snapshot given = line.MakeSnapshot();
        try
        {
            collector.Collect(given);
        }
        catch (KernelFormatException)
        {
            return;         // the pass is abandoned, and counted by the host
        }

        List<string> wrong = Rows.FindDifferences(given, whole, less: s_counting.Contains(line.Line.Name));
        if (wrong.Count > 0)
            Assert.Fail($"{line}: {name} spoiled gives {wrong[0]}.\n{Encoding.Latin1.GetString(spoiled)}");
    }

    private static bool IsCall(string name) => name.StartsWith("/call/", StringComparison.Ordinal) || name.StartsWith("/statfs", StringComparison.Ordinal);

    private static string[] Lines(byte[] text) => Encoding.Latin1.GetString(text).Split('\n').Select((l, i) => l + "\n").ToArray() is { Length: > 1 } lines
        ? lines[..^1]
        : [Encoding.Latin1.GetString(text)];

    private static byte[] Join(IEnumerable<string> lines) => Encoding.Latin1.GetBytes(string.Concat(lines));

    /// <summary>Fields that are digits and nothing else.</summary>
    private static List<(int Start, int End)> Numbers(byte[] text)
    {
        var numbers = new List<(int, int)>();
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && char.IsAsciiDigit((char)text[at]))
                at++;
            if (at > start && at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\n'
                && (start == 0 || text[start - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'='))
                numbers.Add((start, at));
        }

        return numbers;
    }
}
