using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Security.Cryptography;

namespace Probe.Web;

/// <summary>One client: heads in, replies out, one after another, each step within its time.</summary>
/// <remarks>On a connection that is kept, a request that hits a reply made already allocates nothing; over TLS the framework's stream does.</remarks>
internal sealed class WebConnection(Socket socket, WebSite site, WebLimits limits, TimeProvider clock) : IDisposable
{
    private readonly HeadBuffer _received = new(limits.HeadSize);
    private CancellationTokenSource _time = new(Timeout.InfiniteTimeSpan, clock);
    private Stream? _stream;
    private long _waitingSince = clock.GetTimestamp();

    /// <summary>Since when it has waited for the client to say something, in the clock's ticks; the largest while it is being served.</summary>
    public long WaitingSince => Volatile.Read(ref _waitingSince);

    /// <summary>Ends it at once, from any thread: whatever it waits for fails.</summary>
    public void Abort() => socket.Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream?.Dispose();
        socket.Dispose();
        _time.Dispose();
    }

    /// <summary>Serves until either side has had enough.</summary>
    public async Task RunAsync(CertificateFile? certificate)
    {
        try
        {
            socket.NoDelay = true;
            _stream = new NetworkStream(socket, ownsSocket: false);
            if (certificate is not null)
                _stream = await GreetAsync(_stream, certificate).ConfigureAwait(false);
            TimeSpan wait = limits.HeadTime;
            while (await ServeNextAsync(wait).ConfigureAwait(false))
                wait = limits.IdleTime;
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or AuthenticationException or CryptographicException)
        {
            // The client went, was too slow, or speaks no TLS that we do: its own business, and the end of this connection alone.
        }
    }

    private async Task<Stream> GreetAsync(Stream plain, CertificateFile certificate)
    {
        var secure = new SslStream(plain);
        Limit(limits.HeadTime);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current }, _time.Token).ConfigureAwait(false);
        return secure;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ServeNextAsync(TimeSpan wait)
    {
        HeadState state;
        try
        {
            state = await ReadHeadAsync(wait).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_received.IsEmpty && _stream is NetworkStream)
        {
            await SendAsync(site.Refuse(408)).ConfigureAwait(false);
            return false;
        }

        if (state == HeadState.Partial)
            return false;
        Volatile.Write(ref _waitingSince, long.MaxValue);
        SiteAnswer answer = state == HeadState.Whole ? site.Answer(_received.Head) : site.Refuse(_received.Fault);
        _received.DropHead();
        await SendAsync(answer).ConfigureAwait(false);
        Volatile.Write(ref _waitingSince, clock.GetTimestamp());
        return !answer.Closes;
    }

    /// <returns>Partial when the client has gone.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HeadState> ReadHeadAsync(TimeSpan wait)
    {
        bool begun = !_received.IsEmpty;
        Limit(begun ? limits.HeadTime : wait);
        HeadState state;
        while ((state = _received.Look()) == HeadState.Partial)
        {
            int read = await _stream!.ReadAsync(_received.Room, _time.Token).ConfigureAwait(false);
            if (read == 0)
                break;
            _received.Add(read);
            if (!begun)
                Limit(limits.HeadTime);
            begun = true;
        }

        return state;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(SiteAnswer answer)
    {
        Limit(limits.SendTime);
        try
        {
            await _stream!.WriteAsync(answer.HeadOnly ? answer.Reply.Head : answer.Reply.Whole, _time.Token).ConfigureAwait(false);
            if (answer.Closes)
                await LingerAsync().ConfigureAwait(false);
        }
        finally
        {
            answer.Reply.Release();
        }
    }

    // Closing on bytes not read would take the reply back from a client that has not read it yet.
    private async ValueTask LingerAsync()
    {
        if (_stream is SslStream secure)
            await secure.ShutdownAsync().WaitAsync(_time.Token).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
        Limit(limits.LingerTime);
        byte[] unread = new byte[limits.HeadSize];
        int left = 8 * unread.Length;
        while (left > 0 && await socket.ReceiveAsync(unread, _time.Token).ConfigureAwait(false) is > 0 and int read)
            left -= read;
    }

    private void Limit(TimeSpan time)
    {
        if (!_time.TryReset())
        {
            _time.Dispose();
            _time = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        }

        _time.CancelAfter(time);
    }
}
