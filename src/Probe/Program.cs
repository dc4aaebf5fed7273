using Microsoft.Extensions.Hosting;
using Probe.Configuration;
using Probe.Hosting;

SettingsOutcome outcome = Settings.Load([.. args]);
if (outcome.Settings is not { } settings)
{
    foreach (SettingError error in outcome.Errors)
        Console.Error.WriteLine(error);
    return 78;
}

using IHost host = ProbeHost.Build(settings);
host.Run();
return Environment.ExitCode;
