using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Probe.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Probe.Hosting;

/// <summary>Sets up Serilog in code from bound options; a reload changes level and format.</summary>
internal static class LogSetup
{
    private const LogEventLevel Silent = LogEventLevel.Fatal + 1;

    private static readonly string[] s_frameworks = ["Microsoft", "System"];

    /// <summary>Sends all logs to standard error, a line an event.</summary>
    public static IServiceCollection AddLogs(this IServiceCollection services) => services
        .Configure<LoggerFilterOptions>(static o => o.MinLevel = LogLevel.Trace)        // Serilog's levels decide
        .AddSingleton<ILoggerProvider>(static p => new SerilogLoggerProvider(MakeLogger(p.GetRequiredService<LiveSettings>()), dispose: true));

    private static Logger MakeLogger(LiveSettings live)
    {
        var output = new LogOutput(new StandardError());
        var level = new LoggingLevelSwitch();
        var framework = new LoggingLevelSwitch();
        live.Changed += (_, now) => Apply(now.Options.Get<LogOptions>());
        Apply(live.Current.Options.Get<LogOptions>());
        return new LoggerConfiguration()
            .MinimumLevel.ControlledBy(level)
            .MinimumLevel.Override(s_frameworks[0], framework)
            .MinimumLevel.Override(s_frameworks[1], framework)
            .WriteTo.Sink(output)
            .CreateLogger();

        void Apply(LogOptions options)
        {
            output.Format = options.Format;
            level.MinimumLevel = LevelOf(options.Level);
            framework.MinimumLevel = LevelOf(LeastOfFramework(options));
        }
    }

    /// <summary>True where the settings want an event logged, whoever writes it down.</summary>
    public static bool IsWanted(LogOptions options, string? category, LogLevel level)
    {
        bool isFramework = category is not null && s_frameworks.Any(f => category.StartsWith(f + ".", StringComparison.Ordinal));
        return level >= (isFramework ? LeastOfFramework(options) : options.Level);
    }

    // What the framework has to say of an ordinary day is of no use to an operator.
    private static LogLevel LeastOfFramework(LogOptions options) => options.Level == LogLevel.Information ? LogLevel.Warning : options.Level;

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical => LogEventLevel.Fatal,
        _ => Silent,
    };
}
