namespace Probe.Configuration;

/// <summary>Where a setting can come from; a later one wins.</summary>
public enum SettingLayer
{
    /// <summary>Nobody stated it.</summary>
    Default,

    /// <summary>The settings file.</summary>
    File,

    /// <summary>A variable of OpenTelemetry's, such as <c>OTEL_SERVICE_NAME</c>, or one of ours, <c>PROBE__SECTION__KEY</c>.</summary>
    Variable,

    /// <summary>An argument, <c>--Probe:Section:Key=value</c>.</summary>
    Argument,
}

/// <summary>Where a setting was stated.</summary>
/// <param name="Layer">The kind of place.</param>
/// <param name="Place">The place itself: <c>file:line</c>, the variable's name, or the argument as it was written.</param>
public sealed record SettingOrigin(SettingLayer Layer, string Place)
{
    /// <summary>Stated by nobody.</summary>
    public static readonly SettingOrigin Default = new(SettingLayer.Default, "default");

    /// <inheritdoc/>
    public override string ToString() => Place;
}

/// <summary>One key, what was stated for it, and where.</summary>
/// <param name="Key">The key as the catalog spells it, such as <c>Probe:Otlp:Interval</c>.</param>
/// <param name="Value">The text as it was written; it may be a secret, so show <see cref="Settings.Show"/> instead.</param>
/// <param name="Origin">Where it was stated.</param>
public sealed record Setting(string Key, string Value, SettingOrigin Origin);

/// <summary>Something wrong with the settings.</summary>
/// <param name="Origin">Where it was stated.</param>
/// <param name="Key">The key it is about; empty where the place says it all.</param>
/// <param name="Message">What is wrong and what is expected; never a secret.</param>
public sealed record SettingError(SettingOrigin Origin, string Key, string Message)
{
    /// <summary>The line an operator reads: place, key (unless the place is its name already), message.</summary>
    public override string ToString() => Origin.Layer switch
    {
        SettingLayer.File when Key.Length > 0 => $"{Origin.Place}: {Key}: {Message}",
        SettingLayer.Default => $"{Key}: {Message}",
        _ => $"{Origin.Place}: {Message}",
    };
}
