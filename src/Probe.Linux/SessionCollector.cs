using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Users logged in, by the kind of their session.</summary>
/// <remarks>
/// Sources: logind's <c>/run/systemd/sessions</c>, a file for each session, of which those of class <c>user</c> count; without logind,
/// <c>/run/utmp</c>, whose records tell terminals from X displays and nothing finer. See utmp(5) and sd-login(3).
/// </remarks>
internal sealed class SessionCollector(CollectorContext context) : ICollector
{
    private const int Terminal = 0, X11 = 1, Unspecified = 5;

    private static readonly ImmutableArray<string> s_types = ["tty", "x11", "wayland", "mir", "web", "unspecified"];
    private static readonly ImmutableArray<byte[]> s_typeNames = [.. s_types.Select(Encoding.UTF8.GetBytes)];

    private readonly KernelBuffer _names = new();
    private readonly KernelBuffer _text = new();
    private readonly ImmutableArray<Entity> _types = [.. s_types.Select(t => new Entity(Machine.Sessions, context.Host.Boot, t))];
    private byte[] _path = [.. "/run/systemd/sessions/"u8];

    public void Collect(Snapshot snapshot)
    {
        Span<long> counts = stackalloc long[s_types.Length];
        counts.Clear();
        if (context.Kernel.TryList("/run/systemd/sessions"u8, _names))
            CountSessions(counts);
        else if (!TryCountRecords(counts))
            return;

        Table table = snapshot[Machine.Sessions];
        for (int type = 0; type < counts.Length; type++)
        {
            if (!Cell.IsAbsent(counts[type]))
                table.Add(_types[type]).Set(Machine.SessionCount, counts[type]);
        }
    }

    private void CountSessions(Span<long> counts)
    {
        var names = new KernelNames(_names.Span);
        while (names.TryRead(out ReadOnlySpan<byte> name))
        {
            // Beside a session's file there is a FIFO, <name>.ref, that tells its end.
            if (name.EndsWith(".ref"u8) || !context.Kernel.TryRead(PathOf(name), _text))
                continue;
            int type = ReadType();
            if (type >= 0)
                counts[type]++;
        }
    }

    private ReadOnlySpan<byte> PathOf(ReadOnlySpan<byte> name)
    {
        int folder = "/run/systemd/sessions/"u8.Length;
        if (_path.Length < folder + name.Length)
            Array.Resize(ref _path, (folder + name.Length) * 2);
        name.CopyTo(_path.AsSpan(folder));
        return _path.AsSpan(0, folder + name.Length);
    }

    /// <summary>The type of the session whose file was read; -1 where it is no user's, or where its type is not told.</summary>
    private int ReadType()
    {
        int type = -1;
        bool isUsers = false;
        var text = new FieldReader(_text.Span, "/run/systemd/sessions");
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("CLASS="u8))
                isUsers = line.TryReadWord(out ReadOnlySpan<byte> value) && value.StartsWith("user"u8);
            else if (line.TrySkip("TYPE="u8) && line.TryReadWord(out ReadOnlySpan<byte> word))
                type = TypeOf(word);
        }

        return isUsers ? type : -1;
    }

    private static int TypeOf(ReadOnlySpan<byte> name)
    {
        for (int type = 0; type < s_typeNames.Length; type++)
        {
            if (name.SequenceEqual(s_typeNames[type]))
                return type;
        }

        return Unspecified;
    }

    private bool TryCountRecords(Span<long> counts)
    {
        if (!context.Kernel.TryRead("/run/utmp"u8, _text) || _text.Span.Length % UserRecord.Size != 0)
            return false;
        counts[2..Unspecified].Fill(Cell.AbsentLong);       // a record does not tell these
        for (int at = 0; at < _text.Span.Length; at += UserRecord.Size)
        {
            ReadOnlySpan<byte> record = _text.Span.Slice(at, UserRecord.Size);
            if (UserRecord.IsUser(record))
                counts[UserRecord.IsDisplay(record) ? X11 : Terminal]++;
        }

        return true;
    }

    /// <summary>struct utmp of the GNU C library.</summary>
    private static class UserRecord
    {
        private const int UserProcess = 7, Line = 8;

        /// <summary>Its size; where 64-bit programs share the file with 32-bit ones, times have 32 bits.</summary>
        public static readonly int Size = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 400 : 384;

        public static bool IsUser(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt16LittleEndian(record) == UserProcess;

        public static bool IsDisplay(ReadOnlySpan<byte> record) => record[Line] == ':';
    }
}
