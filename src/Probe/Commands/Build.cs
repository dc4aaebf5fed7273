using System.Reflection;

namespace Probe.Commands;

/// <summary>Which Probe this is, and how it was built.</summary>
internal static class Build
{
    private const int ShownDigits = 12;

    /// <summary>The version.</summary>
    public static string Version { get; } = Informational.Split('+')[0];

    /// <summary>The commit it was built from; empty where the build did not say.</summary>
    public static string Commit { get; } = Informational.Split('+') is [_, var commit] ? commit[..Math.Min(ShownDigits, commit.Length)] : "";

    /// <summary>True for native code, false where a runtime compiles as it goes.</summary>
    /// <remarks>Not <c>RuntimeFeature.IsDynamicCodeSupported</c>: a project published as native code turns that off under the runtime as well.</remarks>
    public static bool IsNative { get; } = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null;

    private static string Informational =>
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
