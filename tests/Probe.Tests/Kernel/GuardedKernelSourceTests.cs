using System.Text;
using Probe.Kernel;

namespace Probe.Tests.Kernel;

public sealed class GuardedKernelSourceTests : IDisposable
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(250), s_long = TimeSpan.FromMinutes(1);

    private readonly HangingKernel _kernel = new();
    private readonly KernelBuffer _buffer = new();

    public void Dispose() => _kernel.Let();

    [Fact]
    public void What_answers_in_time_is_passed_on()
    {
        var guarded = new GuardedKernelSource(_kernel, s_long);

        Assert.True(guarded.TryRead("/a"u8, _buffer));
        Assert.Equal("/a", Encoding.UTF8.GetString(_buffer.Span));
        Assert.True(guarded.TryList("/b"u8, _buffer));
        Assert.Equal("list of /b", Encoding.UTF8.GetString(_buffer.Span));
        Assert.False(guarded.TryRead("/denied"u8, _buffer));
        Assert.Equal((Refusal.Denied, 13), (_buffer.Refusal, _buffer.Errno));
        Assert.Equal(0, guarded.Parked);
    }

    [Fact]
    public void A_failure_reaches_whoever_asked_and_the_thread_goes_on()
    {
        var guarded = new GuardedKernelSource(_kernel, s_long, mostThreads: 1);

        Assert.Throws<IOException>(() => guarded.TryRead("/broken"u8, _buffer));

        Assert.True(guarded.TryRead("/a"u8, _buffer));
        Assert.Equal(1, _kernel.Threads);
    }

    [Fact]
    public void What_hangs_parks_one_thread_and_is_refused_at_once_from_then_on()
    {
        var guarded = new GuardedKernelSource(_kernel, s_short);
        Assert.False(guarded.TryRead("/hang/a"u8, _buffer));
        Assert.Equal(Refusal.Stalled, _buffer.Refusal);
        SpinWait.SpinUntil(() => _kernel.Asked("/hang/a") == 1);

        for (int i = 0; i < 1000; i++)
            Assert.False(guarded.TryRead("/hang/a"u8, _buffer));

        Assert.Equal(1, _kernel.Asked("/hang/a"));
        Assert.Equal(1, guarded.Parked);
        Assert.True(guarded.TryRead("/a"u8, _buffer));
    }

    [Fact]
    public void It_recovers_by_itself_and_the_late_answer_is_thrown_away()
    {
        var guarded = new GuardedKernelSource(_kernel, s_short, mostThreads: 1);
        guarded.TryRead("/hang/a"u8, _buffer);

        _kernel.Let();
        SpinWait.SpinUntil(() => guarded.Parked == 0);

        Assert.True(guarded.TryRead("/other"u8, _buffer));
        Assert.Equal("/other", Encoding.UTF8.GetString(_buffer.Span));
        Assert.True(guarded.TryRead("/hang/a"u8, _buffer));
        Assert.Equal(1, _kernel.Threads);
    }

    [Fact]
    public void When_all_threads_are_parked_everything_is_refused_at_once()
    {
        var guarded = new GuardedKernelSource(_kernel, s_short, mostThreads: 3);
        for (int i = 0; i < 3; i++)
            guarded.TryRead(Encoding.UTF8.GetBytes($"/hang/{i}"), _buffer);
        SpinWait.SpinUntil(() => _kernel.Threads == 3);

        Assert.False(guarded.TryRead("/a"u8, _buffer));

        Assert.Equal(Refusal.Stalled, _buffer.Refusal);
        Assert.Equal(3, guarded.Parked);
        Assert.Equal(3, _kernel.Threads);
    }

    [Fact]
    public void Two_who_ask_at_once_both_get_their_answer()
    {
        var guarded = new GuardedKernelSource(_kernel, s_long);
        var other = new KernelBuffer();
        bool given = false;
        var asking = new Thread(() => given = guarded.TryRead("/hang/a"u8, other));
        asking.Start();
        SpinWait.SpinUntil(() => _kernel.Asked("/hang/a") == 1);

        Assert.True(guarded.TryRead("/a"u8, _buffer));
        _kernel.Let();
        asking.Join();

        Assert.True(given);
        Assert.Equal("/hang/a", Encoding.UTF8.GetString(other.Span));
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var guarded = new GuardedKernelSource(new FakeAnswer(), s_long);

        Assert.Equal(0, Allocated.By(() => guarded.TryRead("/a"u8, _buffer)));
    }

    /// <summary>Answers with the name, except that names below /hang wait until they are let go.</summary>
    private sealed class HangingKernel : IKernelSource
    {
        private readonly ManualResetEventSlim _let = new();
        private readonly Lock _lock = new();
        private readonly List<string> _asked = [];
        private readonly HashSet<int> _threads = [];

        public int Threads
        {
            get
            {
                lock (_lock)
                    return _threads.Count;
            }
        }

        public int Asked(string name)
        {
            lock (_lock)
                return _asked.Count(n => n == name);
        }

        public void Let() => _let.Set();

        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
        {
            string text = Encoding.UTF8.GetString(name);
            lock (_lock)
            {
                _asked.Add(text);
                _threads.Add(Environment.CurrentManagedThreadId);
            }

            if (text.StartsWith("/hang/", StringComparison.Ordinal))
                _let.Wait();
            if (text == "/broken")
                throw new IOException("broken");
            if (text == "/denied")
                return buffer.Refuse(Refusal.Denied, 13);
            buffer.Accept(name);
            return true;
        }

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names)
        {
            names.Accept(Encoding.UTF8.GetBytes("list of " + Encoding.UTF8.GetString(name)));
            return true;
        }
    }

    private sealed class FakeAnswer : IKernelSource
    {
        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
        {
            buffer.Accept("12"u8);
            return true;
        }

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => TryRead(name, names);
    }
}
