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
    private readonly byte[] _received = new byte[limits.HeadSize];
    private CancellationTokenSource _time = new(Timeout.InfiniteTimeSpan, clock);
    private Stream? _stream;
    private int _length;
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
        int end;
        try
        {
            end = await ReadHeadAsync(wait).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_length > 0 && _stream is NetworkStream)
        {
            await SendAsync(site.Refuse(408)).ConfigureAwait(false);
            return false;
        }

        if (end < 0)
            return false;
        Volatile.Write(ref _waitingSince, long.MaxValue);
        SiteAnswer answer = end > 0 ? site.Answer(_received.AsSpan(0, end)) : site.Refuse(Fault());
        Skip(end);
        await SendAsync(answer).ConfigureAwait(false);
        Volatile.Write(ref _waitingSince, clock.GetTimestamp());
        return !answer.Closes;
    }

    /// <returns>The length of a whole head; 0 when there will never be one; -1 when the client has gone.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadHeadAsync(TimeSpan wait)
    {
        int seen = 0;
        bool begun = _length > 0;
        Limit(begun ? limits.HeadTime : wait);
        while (true)
        {
            if (DropEmptyLines())
                seen = 0;
            int end = RequestHead.FindEnd(_received.AsSpan(0, _length), seen);
            if (end != 0 || _length == _received.Length)
                return Math.Max(end, 0);
            seen = _length;
            int read = await _stream!.ReadAsync(_received.AsMemory(_length), _time.Token).ConfigureAwait(false);
            if (read == 0)
                return -1;
            _length += read;
            if (!begun)
                Limit(limits.HeadTime);
            begun = true;
        }
    }

    // What became of a head that is not one: a line without CR, or more than there is room for.
    private int Fault()
    {
        ReadOnlySpan<byte> received = _received.AsSpan(0, _length);
        return _length < _received.Length || RequestHead.FindEnd(received, 0) < 0 ? 400 : received.Contains((byte)'\n') ? 431 : 414;
    }

    // Some clients end a request with one line too many; it is not the next one's first.
    private bool DropEmptyLines()
    {
        int empty = 0;
        while (_received.AsSpan(empty, _length - empty).StartsWith("\r\n"u8))
            empty += 2;
        Skip(empty);
        return empty > 0;
    }

    private void Skip(int count)
    {
        _length -= count;
        _received.AsSpan(count, _length).CopyTo(_received);
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
        int left = 8 * _received.Length;
        while (left > 0 && await socket.ReceiveAsync(_received, _time.Token).ConfigureAwait(false) is > 0 and int read)
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
