using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Tells why the service cannot start: in a sentence, and where nobody expected it with its trace in the log.</summary>
internal static partial class StartupFaults
{
    /// <summary>What is told where no verb says otherwise.</summary>
    public const string CannotStart = "cannot start";

    private const int ExitCode = 1;

    // A value of the wrong type has no exception of its own, but the sentence names its key.
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    /// <summary>Tells a fault that whoever runs the service can mend.</summary>
    /// <param name="reason">The fault.</param>
    /// <param name="failure">What the service cannot do.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(string reason, string failure = CannotStart)
    {
        await Console.Error.WriteLineAsync($"Unleash.Pat {failure}: {LineBreak().Replace(reason.Trim(), " ")}");
        return ExitCode;
    }

    /// <summary>Tells any fault.</summary>
    /// <param name="exception">The fault.</param>
    /// <param name="app">The service, as far as it had come.</param>
    /// <param name="failure">What the service cannot do.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(Exception exception, WebApplication? app, string failure)
    {
        if (Reason(exception) is { } reason)
        {
            return await TellAsync(reason, failure);
        }

        using var fallback = app is null ? ServiceLogging.CreateFactory() : null;
        var logger = (fallback ?? app!.Services.GetRequiredService<ILoggerFactory>()).CreateLogger(typeof(StartupFaults));
        LogUnexpected(logger, exception);
        return await TellAsync($"{exception.Message.TrimEnd('.')} (this was not expected; the log has its trace).", failure);
    }

    /// <summary>The sentence of a fault that whoever runs the service can mend, or <see langword="null"/> for any other.</summary>
    public static string? Reason(Exception exception) => exception switch
    {
        StartupException => exception.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        InvalidOperationException { Source: Binder } => exception.Message,

        // A file that this user may not read, and which the sentence names.
        UnauthorizedAccessException => exception.Message,

        // A file of the configuration; the cause says in which line.
        InvalidDataException { InnerException: { } cause } => $"{exception.Message} {(cause.InnerException ?? cause).Message}",
        _ => null,
    };

    [LoggerMessage(EventId = 1005, Level = LogLevel.Critical, Message = "The service has failed.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreak();
}
