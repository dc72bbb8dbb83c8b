using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Reports why the service cannot start: in a sentence, and for an unexpected fault with its stack trace in the log.</summary>
internal static partial class StartupFaults
{
    public const string CannotStart = "cannot start";

    private const int ExitCode = 1;

    // A value of the wrong type has no exception of its own; its message names the key.
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    /// <returns>The exit code.</returns>
    public static async Task<int> ReportAsync(string reason, string failure = CannotStart)
    {
        await Console.Error.WriteLineAsync($"Unleash.Pat {failure}: {LineBreak().Replace(reason.Trim(), " ")}");
        return ExitCode;
    }

    /// <param name="app">The service; <see langword="null"/> where it was not built yet.</param>
    /// <param name="failure">What the service cannot do.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ReportAsync(Exception exception, WebApplication? app, string failure)
    {
        if (IsOperatorError(exception, out var message))
        {
            return await ReportAsync(message, failure);
        }

        using var fallback = app is null ? ServiceLogging.CreateFactory() : null;
        var logger = (fallback ?? app!.Services.GetRequiredService<ILoggerFactory>()).CreateLogger(typeof(StartupFaults));
        LogUnexpected(logger, exception);
        return await ReportAsync($"{exception.Message.TrimEnd('.')} (this was not expected; the log has its trace).", failure);
    }

    /// <summary>Whether the operator can correct a fault, by what its message says.</summary>
    public static bool IsOperatorError(Exception exception, [NotNullWhen(true)] out string? message)
    {
        message = OperatorMessage(exception);
        return message is not null;
    }

    private static string? OperatorMessage(Exception exception) => exception switch
    {
        StartupException or DatabaseStructureException => exception.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        InvalidOperationException { Source: Binder } => exception.Message,

        // A file that this user may not read; the message names it.
        UnauthorizedAccessException => exception.Message,

        // A configuration file; the cause names the line.
        InvalidDataException { InnerException: { } cause } => $"{exception.Message} {(cause.InnerException ?? cause).Message}",
        _ => LibraryThatIsMissing(exception),
    };

    // The engine's native library, which a publication for another platform does not have.
    private static string? LibraryThatIsMissing(Exception? exception) => exception switch
    {
        null => null,
        DllNotFoundException => $"A library of the program is missing; publish it for this platform. {FirstLine.Of(exception).Split(". ")[0]}.",
        _ => LibraryThatIsMissing(exception.InnerException),
    };

    [LoggerMessage(EventId = 1005, Level = LogLevel.Critical, Message = "The service has failed.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreak();
}
