using Microsoft.AspNetCore.Http;
using Probe.Exporters.Otlp;

namespace Probe.Tests.Exporters.Otlp;

public sealed class OtlpCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, OtlpCompression.None)]
    [InlineData(true, OtlpCompression.None)]
    [InlineData(false, OtlpCompression.Gzip)]
    public async Task A_receiver_takes_a_push_of_nothing(bool isGrpc, OtlpCompression compression)
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc, (context, _) => isGrpc ? Receiver.AnswerGrpcAsync(context, 0) : Task.CompletedTask);
        OtlpOptions options = receiver.Options();
        options.Compression = compression;

        OtlpCheck check = await OtlpCheck.TryAsync(options, TimeProvider.System, Stop);

        Assert.Equal((true, false, ""), (check.IsTaken, check.IsNobodyThere, check.Reason));
        Assert.Empty((await receiver.Requests.ReadAsync(Stop)).Metrics.ResourceMetrics);
    }

    [Fact]
    public async Task One_that_refuses_says_why()
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });

        OtlpCheck check = await OtlpCheck.TryAsync(receiver.Options(), TimeProvider.System, Stop);

        Assert.False(check.IsTaken);
        Assert.Contains("401", check.Reason);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        var network = new FakeNetwork { Answer = FakeNetwork.NobodyThere };

        OtlpCheck check = await OtlpCheck.TryAsync(new OtlpOptions(), TimeProvider.System, network, Stop);

        Assert.Equal((false, true, new Uri("http://127.0.0.1:4318/v1/metrics")), (check.IsTaken, check.IsNobodyThere, check.Target));
    }
}
