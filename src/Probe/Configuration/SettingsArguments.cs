using System.Collections.Immutable;

namespace Probe.Configuration;

/// <summary>Takes the settings out of a command line: <c>--Probe:Section:Key=value</c> and <c>--config FILE</c>.</summary>
internal sealed class SettingsArguments
{
    private const string Prefix = "--" + SettingCatalog.Root + ":";
    private const string Config = "--config";

    /// <summary>The settings, in order; a later one wins.</summary>
    public List<RawSetting> Settings { get; } = [];

    /// <summary>The file that an argument names; null where none does.</summary>
    public string? File { get; private set; }

    /// <summary>What is left for the commands to understand.</summary>
    public ImmutableArray<string> Rest { get; private set; } = [];

    /// <summary>Parts a command line.</summary>
    public static SettingsArguments Read(ImmutableArray<string> arguments, List<SettingError> errors)
    {
        var read = new SettingsArguments();
        var rest = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            int equals = argument.IndexOf('=');
            string name = equals < 0 ? argument : argument[..equals];
            bool setting = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
            if (!setting && name != Config)
            {
                rest.Add(argument);
                continue;
            }

            string? value = equals >= 0 ? argument[(equals + 1)..] : i + 1 < arguments.Length ? arguments[++i] : null;
            var origin = new SettingOrigin(SettingLayer.Argument, name);
            if (value is null)
                errors.Add(new SettingError(origin, "", setting ? "expected a value: " + name + "=VALUE." : "expected a file."));
            else if (setting)
                read.Settings.Add(new RawSetting(name[2..], value, origin));
            else
                read.File = value;
        }

        read.Rest = rest.DrainToImmutable();
        return read;
    }
}
