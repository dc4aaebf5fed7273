using System.Text;
using Microsoft.Extensions.Logging;
using Probe.Exporters.Prometheus;

namespace Probe.Web;

/// <summary>What a request gets.</summary>
/// <param name="Reply">Held for the one who sends it.</param>
/// <param name="HeadOnly">The request was HEAD.</param>
/// <param name="Closes">The connection ends with it.</param>
internal readonly record struct SiteAnswer(Reply Reply, bool HeadOnly, bool Closes);

/// <summary>All that is served, behind the checks of who asks for whom.</summary>
internal sealed partial class WebSite(WebContent content, HostGuard hosts, Credentials credentials, ILogger logger)
{
    private bool _failing;

    /// <summary>Answers a whole head.</summary>
    public SiteAnswer Answer(ReadOnlySpan<byte> bytes)
    {
        int fault = RequestHead.Read(bytes, out RequestHead head);
        if (fault != 0)
            return Refuse(fault);
        bool isHead = head.Method.SequenceEqual("HEAD"u8);
        Reply reply = ReplyTo(head, isHead || head.Method.SequenceEqual("GET"u8));
        content.Statistics.Count(reply.Status);
        return new SiteAnswer(reply, isHead, reply.Closes || !head.KeepsAlive);
    }

    /// <summary>Answers what is no request of ours, and ends the connection.</summary>
    public SiteAnswer Refuse(int status)
    {
        content.Statistics.Count(status);
        return new SiteAnswer(Text(status, status switch
        {
            408 => "The request did not arrive in time.\n"u8,
            414 or 431 => "The request is too long.\n"u8,
            505 => "Only HTTP/1.1 and HTTP/1.0 are spoken here.\n"u8,
            503 => "Too many connections.\n"u8,
            _ => "This is not a request that can be answered here.\n"u8,
        }, closes: true), HeadOnly: false, Closes: true);
    }

    private Reply ReplyTo(in RequestHead head, bool isRead)
    {
        if (!hosts.Accepts(head.Host))
            return Text(421, "This name is not served here; Probe:Web:Hosts lists those that are.\n"u8);
        if (!credentials.Accepts(head.Authorization))
            return Text(401, "A user and a password are needed.\n"u8, "WWW-Authenticate: Basic realm=\"probe\", charset=\"UTF-8\"\r\n"u8);
        if (!isRead)
            return Text(405, "Only GET and HEAD are answered.\n"u8, "Allow: GET, HEAD\r\n"u8);
        try
        {
            Reply reply = Find(head) ?? Text(404, "There is nothing here; / shows what there is.\n"u8);
            _failing = false;
            return reply;
        }
        catch (Exception e)
        {
            // A fault in one page must not end the others, nor the daemon.
            if (!_failing)
                Log.Failed(logger, Encoding.ASCII.GetString(head.Path), e);
            _failing = true;
            return Text(500, "This page failed; the log says why.\n"u8);
        }
    }

    private Reply? Find(in RequestHead head)
    {
        ReadOnlySpan<byte> path = head.Path;
        if (path.SequenceEqual("/metrics"u8))
            return content.Metrics.Get(Negotiation.FormatOf(head.Accept), Negotiation.TakesGzip(head.AcceptEncoding));
        if (path.SequenceEqual("/"u8))
            return content.Page(Negotiation.TakesGzip(head.AcceptEncoding));
        if (path.SequenceEqual("/healthz"u8))
            return content.Health.Health();
        if (path.SequenceEqual("/readyz"u8))
            return content.Health.Readiness();
        return path.SequenceEqual("/icon.svg"u8) ? content.Icon : null;
    }

    private Reply Text(int status, ReadOnlySpan<byte> text, ReadOnlySpan<byte> headers = default, bool closes = false)
    {
        Reply reply = content.Pool.Take();
        reply.Begin().Append(text);
        return reply.End(status, "Content-Type: text/plain; charset=utf-8\r\n"u8, headers, content.Clock.GetUtcNow(), closes);
    }

    private static partial class Log
    {
        [LoggerMessage(3007, LogLevel.Error, "The page {Path} failed.")]
        internal static partial void Failed(ILogger logger, string path, Exception exception);
    }
}
