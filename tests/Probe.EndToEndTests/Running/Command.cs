using System.Diagnostics;

namespace Probe.EndToEndTests.Running;

/// <summary>What a program that ran to its end left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Errors">All of its standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="TimeoutException">It ran longer than the limit, a minute if none is given, and was killed.</exception>
    public static async Task<Command> RunAsync(string program, IEnumerable<string> arguments, TimeSpan? limit = null,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        using Process process = Children.Start(program, arguments, variables);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(limit ?? TimeSpan.FromMinutes(1));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new Command(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public static async Task<string> MustAsync(string program, IEnumerable<string> arguments, TimeSpan? limit = null)
    {
        Command command = await RunAsync(program, arguments, limit);
        Assert.True(command.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {command.ExitCode}:\n{command.Output}{command.Errors}");
        return command.Output;
    }
}
