using System.Collections.Immutable;

namespace Probe.Configuration;

/// <summary>The keys that are there whatever is collected, section by section.</summary>
internal static class SettingSpecs
{
    /// <summary>All of them, in the order they are shown.</summary>
    public static ImmutableArray<SettingSpec> Fixed { get; } =
    [
        new("Probe:Metrics:Include", SettingKind.List, "", "Metrics of the optional tier to add, by name; * stands for any text. `probe metrics` lists them."),
        new("Probe:Metrics:Exclude", SettingKind.List, "", "Metrics to leave out, by name; * stands for any text. It wins over Include."),

        new("Probe:Kernel:Root", SettingKind.Text, "/", "The folder below which /proc and /sys lie: /, a host's tree mounted elsewhere, or a recording."),

        new("Probe:Resource:Attributes", SettingKind.Map, "", "Attributes to send beside every number, such as \"deployment.environment.name\": \"production\"."),

        new("Probe:Cloud:Enabled", SettingKind.Boolean, "true", "Ask the cloud that the machine's own hardware facts name who we are; without such a hint nobody is asked."),
        new("Probe:Cloud:Timeout", SettingKind.Duration, "1s", "Longest wait for all of its answers, from 100ms to 10s."),

        new("Probe:SelfTelemetry:Enabled", SettingKind.Boolean, "false", "Send Probe's own traces, metrics and logs where its pushes go; off for the memory it costs."),

        new("Probe:Log:Level", SettingKind.Choice, "Information", "The least important level that is logged.")
        {
            Choices = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"],
        },
        new("Probe:Log:Format", SettingKind.Choice, "Auto", "How a log line looks; Auto is Journal where the output goes there, else Text.")
        {
            Choices = ["Auto", "Text", "Journal", "Json"],
        },
    ];
}
