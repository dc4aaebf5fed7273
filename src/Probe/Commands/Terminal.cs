using System.Text;

namespace Probe.Commands;

/// <summary>How a piece of text stands out where there are colors.</summary>
internal enum Paint
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A heading.</summary>
    Bold,

    /// <summary>Of less interest.</summary>
    Dim,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Bad,
}

/// <summary>Where a command writes: its two streams, and what the first of them can show.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Width">Columns of the terminal; null where the output is none, and lines may be as long as they like.</param>
/// <param name="Colors">Whether colors may be used.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int? Width = null, bool Colors = false)
{
    /// <summary>This process's own terminal; no colors where there is none, where it is dumb, or where NO_COLOR says so.</summary>
    public static Terminal OfProcess()
    {
        if (Console.IsOutputRedirected)
            return new Terminal(Console.Out, Console.Error);
        int width = Console.WindowWidth is > 20 and var columns ? columns : 80;
        bool colors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");
        return new Terminal(Console.Out, Console.Error, width, colors);
    }

    /// <summary>A text that stands out where it can.</summary>
    public string Painted(Paint paint, string text)
    {
        string? code = paint switch
        {
            Paint.Bold => "1",
            Paint.Dim => "2",
            Paint.Good => "32",
            Paint.Warn => "33",
            Paint.Bad => "31",
            _ => null,
        };
        return !Colors || code is null || text.Length == 0 ? text : $"\e[{code}m{text}\e[0m";
    }

    /// <summary>Writes a line that stands out where it can.</summary>
    public void Line(string text = "", Paint paint = Paint.None) => Out.WriteLine(Painted(paint, text));

    /// <summary>Writes a paragraph, broken between words where the terminal ends.</summary>
    public void Paragraph(string text, Paint paint = Paint.None)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > (Width ?? int.MaxValue))
            {
                Line(line.ToString(), paint);
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Line(line.ToString(), paint);
    }
}
