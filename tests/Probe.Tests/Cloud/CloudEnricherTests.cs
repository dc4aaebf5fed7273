using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Cloud;
using Probe.Snapshots;

namespace Probe.Tests.Cloud;

public sealed class CloudEnricherTests : IDisposable
{
    private static readonly TimeSpan s_settled = Timeout.InfiniteTimeSpan;

    // However busy the machine is, the time that a test lets pass is no reason for the service to be late.
    private static readonly CloudOptions s_patient = new() { Timeout = TimeSpan.FromHours(10) };

    private readonly FakeTimeProvider _clock = new();
    private readonly MetadataService _service = new();
    private readonly OptionsOf<CloudOptions> _options = new(new CloudOptions());
    private SnapshotStore _store = Machine.Store(Machine.Nitro);
    private ResourceLayers? _layers;
    private CloudEnricher? _enricher;

    private KeyValuePair<string, string>[] Resource => [.. _store.Resource.Attributes];

    public void Dispose()
    {
        _enricher?.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task On_ec2_the_identity_document_becomes_the_resource()
    {
        Assert.Equal(s_settled, await RoundAsync());

        Assert.Equal(
            [
                new("cloud.provider", "aws"), new("cloud.platform", "aws_ec2"), new("cloud.region", "us-west-2"),
                new("cloud.availability_zone", "us-west-2b"), new("cloud.account.id", "123456789012"),
                new("cloud.resource_id", "arn:aws:ec2:us-west-2:123456789012:instance/i-1234567890abcdef0"),
                new("host.id", "i-1234567890abcdef0"), new("host.type", "t2.micro"), new("host.image.id", "ami-5fb8c835"), new("host.arch", "amd64"),
                new("host.name", "ip-10-158-112-84.us-west-2.compute.internal"),
            ],
            Resource);
    }

    [Fact]
    public async Task What_is_once_known_is_not_asked_again()
    {
        await RoundAsync();

        Assert.Equal(s_settled, await RoundAsync());

        Assert.Equal(3, _service.Asked);
    }

    public static TheoryData<string, string, string, string, string, string> Hints() =>
        new(File.ReadAllLines(Repository.At("tests", "Probe.Tests", "Cloud", "samples", "dmi-hints.csv")).Skip(1)
            .Select(l => l.Replace(", 1996", " 1996").Replace(", 2009", " 2009").Split(','))
            .Select(c => (c[0], c[1], c[2], c[4], c[5], c[6])));

    [Theory]
    [MemberData(nameof(Hints))]
    public void Only_a_firm_hint_names_a_provider(string machine, string vendor, string product, string boardTag, string chassisTag, string expected)
    {
        MachineFacts facts = MachineFacts.Read(Machine.Store(
            (Dmi.SystemVendor, vendor), (Dmi.ProductName, product), (Dmi.BoardAssetTag, boardTag), (Dmi.ChassisAssetTag, chassisTag)))!;

        Assert.Equal(expected == "aws", new AwsProvider().IsHintedBy(facts));
        Assert.Equal(vendor, facts[Dmi.SystemVendor]);
        Assert.NotEmpty(machine);
    }

    [Fact]
    public void A_xen_guest_of_ec2_is_told_by_its_hypervisors_uuid()
    {
        var aws = new AwsProvider();

        Assert.True(aws.IsHintedBy(MachineFacts.Read(Machine.Store((Dmi.SystemVendor, "Xen"), (Dmi.HypervisorUuid, "EC2f58af-64dc-4a3d-a6b2-1d6c7f0a1b2c")))!));
        Assert.False(aws.IsHintedBy(MachineFacts.Read(Machine.Store((Dmi.SystemVendor, "Xen"), (Dmi.HypervisorUuid, "0c2f58af-64dc")))!));
    }

    [Fact]
    public async Task Without_a_hint_nobody_is_asked()
    {
        _store = Machine.Store((Dmi.SystemVendor, "QEMU"));

        Assert.Equal(s_settled, await RoundAsync());

        Assert.Equal(0, _service.Asked);
        Assert.Empty(Resource);
    }

    [Fact]
    public async Task Facts_that_come_late_are_waited_for()
    {
        _store = new SnapshotStore();
        Assert.Equal(TimeSpan.FromSeconds(5), await RoundAsync());
        Assert.Equal(0, _service.Asked);

        _store.Replace(Machine.Store(Machine.Nitro).Rings);
        Assert.Equal(s_settled, await RoundAsync());

        Assert.Equal("us-west-2", _store.Resource["cloud.region"]);
    }

    [Fact]
    public async Task A_silent_service_costs_its_budget_and_the_facts_own_word_stands()
    {
        Task<TimeSpan> round = await BeginSilentRoundAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(round.IsCompleted);
        Assert.Empty(Resource);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await round;

        Assert.Equal(
            [new("cloud.provider", "aws"), new("cloud.platform", "aws_ec2"), new("host.type", "m5.large"), new("host.id", "i-0fedcba9876543210")],
            Resource);
        Assert.Equal(1, _service.Asked);
    }

    [Fact]
    public async Task It_is_asked_again_ever_more_slowly_until_it_says()
    {
        var waits = new List<double>();
        for (int i = 0; i < 7; i++)
        {
            Task<TimeSpan> round = await BeginSilentRoundAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
            waits.Add((await round).TotalSeconds);
        }

        Assert.Equal([5, 20, 80, 320, 1280, 3600, 3600], waits);
        _service.IsSilent = false;
        Assert.Equal(s_settled, await RoundAsync());
        Assert.Equal("us-west-2", _store.Resource["cloud.region"]);
    }

    public static TheoryData<string> BadAnswers() => [.. s_bad.Keys];

    private static readonly Dictionary<string, Action<MetadataService>> s_bad = new()
    {
        ["403 to everything"] = s => s.Answers = MetadataService.Healthy.ToDictionary(a => a.Key, a => (Func<HttpResponseMessage>)(() => MetadataService.Text("no", HttpStatusCode.Forbidden))),
        ["login page for a token"] = s => s.Answers[MetadataService.Token] = () => MetadataService.Text("<html><body>Please log in</body></html>"),
        ["login page for a document"] = s => s.Answers[MetadataService.Document] = () => MetadataService.Text("<html><body>Please log in</body></html>"),
        ["redirect"] = s => s.Answers[MetadataService.Document] = () => new(HttpStatusCode.Found) { Headers = { Location = new("http://169.254.169.254" + MetadataService.HostName) } },
        ["endless"] = s => s.Answers[MetadataService.Document] = () => new(HttpStatusCode.OK) { Content = new StreamContent(new DripStream(endless: true)) },
        ["drop by drop"] = s => s.Answers[MetadataService.Document] = () => new(HttpStatusCode.OK) { Content = new StreamContent(new DripStream(endless: false)) },
        ["cut JSON"] = s => s.Answers[MetadataService.Document] = () => MetadataService.Text("{\"instanceId\": \"i-1234567890abcdef0\", \"region\": \"us-"),
        ["JSON and more"] = s => s.Answers[MetadataService.Document] = () => MetadataService.Text("{\"instanceId\": \"i-1234567890abcdef0\"} x"),
        ["an array"] = s => s.Answers[MetadataService.Document] = () => MetadataService.Text("[\"i-1234567890abcdef0\"]"),
        ["another's document"] = s => s.Answers[MetadataService.Document] = () => MetadataService.Text("{\"instanceId\": \"vm-12\", \"region\": \"here\"}"),
        ["no text but bytes"] = s => s.Answers[MetadataService.Document] = () => new(HttpStatusCode.OK) { Content = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]) },
        ["empty token"] = s => s.Answers[MetadataService.Token] = () => MetadataService.Text(""),
        ["token of two lines"] = s => s.Answers[MetadataService.Token] = () => MetadataService.Text("abc\r\nX-Other: 1"),
        ["503"] = s => s.Answers[MetadataService.Token] = () => MetadataService.Text("", HttpStatusCode.ServiceUnavailable),
        ["no document"] = s => s.Answers.Remove(MetadataService.Document),
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task An_answer_of_no_known_form_is_none(string answer)
    {
        s_bad[answer](_service);

        Task<TimeSpan> round = RoundAsync();
        while (!round.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Null(_store.Resource["cloud.region"]);
        Assert.Equal("i-0fedcba9876543210", _store.Resource["host.id"]);
    }

    [Fact]
    public async Task A_field_of_no_known_form_is_left_out_and_never_empty()
    {
        _service.Answers[MetadataService.Document] = () => MetadataService.Text(
            """{"instanceId": "i-1234567890abcdef0", "region": "cn-north-1", "availabilityZone": "", "accountId": "12\n34", "instanceType": "<b>", "imageId": 5, "architecture": "vax"}""");
        _service.Answers.Remove(MetadataService.HostName);
        await RoundAsync();

        Assert.Equal([new("cloud.provider", "aws"), new("cloud.platform", "aws_ec2"), new("cloud.region", "cn-north-1"), new("host.id", "i-1234567890abcdef0")], Resource);
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-1234567890abcdef0")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:ec2:us-gov-west-1:123456789012:instance/i-1234567890abcdef0")]
    [InlineData("us-iso-east-1", null)]
    [InlineData("", null)]
    public async Task A_resource_name_is_given_only_where_its_partition_is_known(string region, string? expected)
    {
        _service.Answers[MetadataService.Document] = () => MetadataService.Text(
            $$"""{"instanceId": "i-1234567890abcdef0", "region": "{{region}}", "accountId": "123456789012"}""");
        await RoundAsync();

        Assert.Equal(expected, _store.Resource["cloud.resource_id"]);
    }

    [Fact]
    public async Task Switched_off_it_asks_nobody_until_a_reload_switches_it_on()
    {
        _options.Set(new CloudOptions { Enabled = false });
        CloudEnricher enricher = Enricher();
        Assert.Equal(s_settled, await RoundAsync());
        Assert.Equal(0, _service.Asked);
        await enricher.StartAsync(TestContext.Current.CancellationToken);
        await _options.Listened;

        _options.Set(s_patient);
        await UntilAsync(() => Resource.Length > 0);
        await enricher.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, _service.Asked);
    }

    [Fact]
    public async Task Its_loop_asks_again_by_itself_and_ends_with_the_host()
    {
        _options.Set(s_patient);
        _service.Answers[MetadataService.Token] = () => MetadataService.Text("", HttpStatusCode.ServiceUnavailable);
        CloudEnricher enricher = Enricher();
        await enricher.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => Resource.Length > 0);

        _service.Answers = new(MetadataService.Healthy);
        await UntilAsync(() => _store.Resource["cloud.region"] is not null);
        await enricher.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(enricher.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Where_functions_run_and_not_machines_nobody_is_asked()
    {
        Enricher(variable: name => name == "AWS_LAMBDA_FUNCTION_NAME" ? "f" : null);

        Assert.Equal(s_settled, await RoundAsync());

        Assert.Equal(0, _service.Asked);
    }

    [Fact]
    public async Task What_the_operator_says_stands_above_what_the_cloud_says_and_that_above_the_hosts()
    {
        _layers = new ResourceLayers(_store);
        _layers.Set(ResourceLayer.Operator, [new("cloud.region", "moon"), new("team", "a")]);
        _layers.Set(ResourceLayer.Host, [new("host.id", "from-machine-id"), new("os.type", "linux")]);

        await RoundAsync();

        Assert.Equal("i-1234567890abcdef0", _store.Resource["host.id"]);
        Assert.Equal("moon", _store.Resource["cloud.region"]);
        Assert.Equal(("linux", "a"), (_store.Resource["os.type"], _store.Resource["team"]));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(100, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void The_budget_is_held_to_its_range(int milliseconds, bool good) =>
        Assert.Equal(good, new CloudOptionsValidator().Validate(null, new CloudOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) }).Succeeded);

    private CloudEnricher Enricher(Func<string, string?>? variable = null) => _enricher ??= new CloudEnricher(
        _store, _layers ?? new ResourceLayers(_store), _options, _clock, NullLogger<CloudEnricher>.Instance, () => new Undisposed(_service), variable ?? (_ => null));

    private Task<TimeSpan> RoundAsync() => Enricher().RoundAsync(TestContext.Current.CancellationToken);

    private async Task<Task<TimeSpan>> BeginSilentRoundAsync()
    {
        Task asked = _service.BeSilent();
        Task<TimeSpan> round = RoundAsync();
        await asked;
        return round;
    }

    /// <summary>Lets time pass until it is so: what is under way on other threads gets its turn in between.</summary>
    private async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The enricher disposes what it asks by after each round; the stand-in outlives them.</summary>
    private sealed class Undisposed(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>A body that never ends: as fast as it is read, or one byte and then no more.</summary>
    private sealed class DripStream(bool endless) : Stream
    {
        private long _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!endless && _given > 0)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            Assert.True(_given < 1 << 20, "Far more was read than any answer has.");
            int count = endless ? buffer.Length : 1;
            buffer.Span[..count].Fill((byte)' ');
            _given += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
