using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Probe.Hosting;

/// <summary>Tells the service manager how we are, in the words of sd_notify(3).</summary>
/// <remarks>Never waits: a manager that does not read loses the message, not we a pass. Without a manager nothing is sent.</remarks>
internal sealed class ServiceNotifier : IDisposable
{
    private readonly Socket? _socket;

    /// <param name="address">The manager's socket, as <c>NOTIFY_SOCKET</c> has it: a path, or <c>@</c> and an abstract name; null: no manager.</param>
    public ServiceNotifier(string? address)
    {
        if (string.IsNullOrEmpty(address) || address[0] is not ('/' or '@'))
            return;
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address));
            _socket = socket;
        }
        catch (SocketException)
        {
            socket.Dispose();           // as without a manager: it will say so itself by its own time limits
        }
    }

    /// <summary>True where a manager listens.</summary>
    public bool IsHeard => _socket is not null;

    /// <summary>The loops turn.</summary>
    public void Alive() => Send("WATCHDOG=1"u8);

    /// <summary>Collecting, or back from a reload.</summary>
    public void Ready() => Send("READY=1"u8);

    /// <summary>Settings are being read again.</summary>
    /// <param name="monotonic">The monotonic clock, which the manager compares with its own.</param>
    public void Reloading(TimeSpan monotonic) =>
        Send(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={monotonic.Ticks / 10}")));

    /// <summary>The end has begun.</summary>
    public void Stopping() => Send("STOPPING=1"u8);

    /// <summary>What is going on, in one line.</summary>
    public void Status(string text) => Send(Encoding.UTF8.GetBytes("STATUS=" + text));

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    private void Send(ReadOnlySpan<byte> state) => _socket?.Send(state, SocketFlags.None, out SocketError _);
}
