using System.Buffers.Binary;

namespace Probe.Exporters.Otlp;

/// <summary>Cuts an encoded request in two between its points, for a receiver to whom it is too large.</summary>
internal static class RequestSplitter
{
    private const int FrameLength = 5;

    /// <summary>The fields that lead from a request to its points, level by level.</summary>
    private static readonly int[][] s_path = [[1], [2], [2], [5, 7, 9, 10], [1]];

    /// <summary>Two requests with half of the points each.</summary>
    public static OtlpRequest[] Halve(OtlpRequest request)
    {
        int half = request.Points / 2;
        return [Keep(request.Body.Span, 0, half), Keep(request.Body.Span, half, request.Points)];
    }

    private static OtlpRequest Keep(ReadOnlySpan<byte> body, int from, int to)
    {
        int next = 0;
        byte[] kept = Keep(body, 0, ref next, from, to) ?? [];
        var framed = new byte[FrameLength + kept.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), kept.Length);
        kept.CopyTo(framed, FrameLength);
        return new OtlpRequest(framed.AsMemory(FrameLength), framed, to - from);
    }

    /// <summary>A message with only those of its points whose number is in the range; null where none is.</summary>
    private static byte[]? Keep(ReadOnlySpan<byte> message, int level, ref int next, int from, int to)
    {
        if (level == s_path.Length)
            return next++ is var number && number >= from && number < to ? message.ToArray() : null;
        var kept = new MemoryStream();
        bool any = false;
        Span<byte> buffer = stackalloc byte[1 + sizeof(ulong)];
        var fields = new WireReader(message);
        for (int at = 0; fields.Read(); at = message.Length - fields.Left)
        {
            if (!s_path[level].Contains(fields.Field))
            {
                kept.Write(message[at..^fields.Left]);
                continue;
            }

            if (Keep(fields.Bytes, level + 1, ref next, from, to) is not { } child)
                continue;
            any = true;
            var head = new WireWriter(buffer);
            head.Length(Wire.Delimited(fields.Field), child.Length);
            kept.Write(head.Written);
            kept.Write(child);
        }

        return any ? kept.ToArray() : null;
    }
}
