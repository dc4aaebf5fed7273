using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Probe.Commands;

/// <summary>Writes one JSON document as a line, or as several for people to read.</summary>
internal static class JsonText
{
    /// <summary>Writes what the action says and ends the line.</summary>
    public static void Write(TextWriter output, bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented }))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes a number that JSON has a form for; infinity is a text.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, string name, double value, bool finite)
    {
        if (finite)
            json.WriteNumber(name, value);
        else
            json.WriteString(name, value > 0 ? "Infinity" : "-Infinity");
    }
}
