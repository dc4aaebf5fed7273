using Probe.Configuration;

namespace Probe.Hosting;

/// <summary>Tells what differs between two sets of settings, as it may be shown.</summary>
internal static class SettingsChanges
{
    /// <summary>Each key that is stated otherwise, with its value before and after; secrets hidden.</summary>
    public static IEnumerable<string> Between(Settings before, Settings after)
    {
        var old = before.Stated.ToDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);
        foreach (Setting setting in after.Stated)
        {
            old.Remove(setting.Key, out Setting? was);
            if (was is null)
                yield return $"{setting.Key} = {after.Show(setting)}";
            else if (was.Value != setting.Value)
                yield return $"{setting.Key} = {after.Show(setting)} (was {before.Show(was)})";
        }

        foreach (Setting gone in old.Values)
            yield return $"{gone.Key} is unset (was {before.Show(gone)})";
    }
}
