using System.Text;
using Probe.Linux;
using Probe.Metrics;

namespace Probe.Tests.Linux;

public sealed class TextTests
{
    [Theory]
    [InlineData("0-3,8,10-11\n", 7)]
    [InlineData("0\n", 1)]
    [InlineData("\n", 0)]
    [InlineData("", null)]
    [InlineData("0-3", null)]
    [InlineData("3-0\n", null)]
    [InlineData("0-\n", null)]
    [InlineData("0-3;5\n", null)]
    [InlineData("-1\n", null)]
    [InlineData("99999999999\n", null)]
    public void A_set_of_cpus_is_counted_or_is_none(string text, int? count)
    {
        var members = new List<int> { 7 };

        Assert.Equal(count, CpuList.Count(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(count is not null, CpuList.TryRead(Encoding.UTF8.GetBytes(text), members));
        Assert.Equal(count ?? 0, members.Count);
    }

    [Theory]
    [InlineData("/dev/sda2", "/dev/sda2")]
    [InlineData(@"/srv/a\040b\011c\134d", "/srv/a b\tc\\d")]
    [InlineData(@"/srv/\303\266", "/srv/ö")]
    [InlineData(@"\04", @"\04")]
    [InlineData(@"\9999", @"\9999")]
    [InlineData(@"\400", @"\400")]
    [InlineData(@"a\", @"a\")]
    public void Octal_codes_are_the_bytes_they_stand_for(string text, string name) => Assert.Equal(name, OctalText.Decode(text));

    [Fact]
    public void Keys_are_found_when_the_kernel_moves_adds_or_drops_lines()
    {
        var numbers = new KeyedNumbers(["b", "d"], ':');
        foreach (string text in new[] { "a: 1\nb: 2\nc: 3\nd: 4\n", "b: 2\nd: 4\n", "x: 9\nno key here\na: 1\nd: 4\nb: 2\n", "a: 1\nb: 2\nc: 3\nd: 4\n" })
        {
            Assert.True(numbers.Read(Encoding.UTF8.GetBytes(text), "test"));
            Assert.Equal((2, 4), (numbers[0], numbers[1]));
        }

        Assert.True(numbers.Read("a: 1\nd: 4\n"u8, "test"));
        Assert.Equal((Cell.AbsentLong, 4), (numbers[0], numbers[1]));
        Assert.False(numbers.Read("bb: 1\nb : 2\n"u8, "test"));
    }

    [Fact]
    public void Keys_are_read_as_splitting_at_their_mark_reads_them_whatever_text_came_before()
    {
        string[] keys = ["a", "bb", "c", "dd", "e"];
        var numbers = new KeyedNumbers(keys[..4], ':');
        var random = new Random(11);
        Dictionary<string, long> before = [];
        for (int round = 0; round < 20_000; round++)
        {
            // Few keys and short numbers, so that most texts are as long as one before and laid out otherwise.
            string[] told = [.. keys.Where(_ => random.Next(4) > 0).OrderBy(k => random.Next(3) == 0 ? random.Next().ToString("D10") : k)];
            string text = string.Concat(told.Select(k => $"{k}:{new string(' ', random.Next(1, 3))}{random.Next(12)}{(random.Next(2) == 0 ? " kB" : "")}\n"));
            if (random.Next(5) == 0 && text.Length > 0)
                text = text[..random.Next(text.Length)];
            Dictionary<string, long> expected = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(':')).ToDictionary(p => p[0], p => long.Parse(p[1].Replace("kB", ""), System.Globalization.CultureInfo.InvariantCulture));

            bool any = numbers.Read(Encoding.UTF8.GetBytes(text), "test");

            Assert.Equal(expected.Keys.Any(keys[..4].Contains), any);
            for (int i = 0; i < 4; i++)
            {
                // A key that has just come, in a text as long and laid out as the one before, is not seen yet.
                if (!Cell.IsAbsent(numbers[i]) || before.ContainsKey(keys[i]))
                    Assert.Equal(expected.GetValueOrDefault(keys[i], Cell.AbsentLong), numbers[i]);
            }

            before = expected;
        }
    }

    [Fact]
    public void Numbers_that_do_not_fit_or_are_unknown_are_unknown()
    {
        Assert.Equal(2048, Probe.Linux.Numbers.Scale(2, 1024));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Scale(long.MaxValue / 1024 + 1, 1024));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Add(long.MaxValue, 1));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Add(Cell.AbsentLong, 1));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Subtract(1, 2));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Subtract(1, Cell.AbsentLong));
        Assert.Equal(Cell.AbsentLong, Probe.Linux.Numbers.Multiply(Cell.AbsentLong, 8));
        Assert.Equal(0, Probe.Linux.Numbers.Multiply(5, 0));
        Assert.True(double.IsNaN(Probe.Linux.Numbers.Divide(Cell.AbsentLong, 8)));
    }
}
