namespace Probe.Configuration;

/// <summary>A path and a text as one place states them, before anything is known about the key.</summary>
/// <param name="Path">The parts of the key as they were written, separated by colons.</param>
/// <param name="Value">The text.</param>
/// <param name="Origin">Where.</param>
internal sealed record RawSetting(string Path, string Value, SettingOrigin Origin);
