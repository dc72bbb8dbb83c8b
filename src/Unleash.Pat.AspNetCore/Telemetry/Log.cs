using Microsoft.Extensions.Logging;

namespace Unleash.Pat.AspNetCore.Telemetry;

/// <summary>The log lines of the package. None takes a token or a credential. README.md lists them.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The revocation feed is alive: valid tokens are remembered from now on.")]
    public static partial void FeedAlive(this ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "The revocation feed was lost; the service is asked about each token until it is back. {Reason}")]
    public static partial void FeedLost(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Debug, "The revocation feed could not be opened. {Reason}")]
    public static partial void FeedUnavailable(this ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Error, "The service refuses to open the revocation feed ({Status}). ClientId must be the username of a service account that is switched on, ClientSecret one of its valid tokens.")]
    public static partial void FeedRefused(this ILogger logger, int status);

    [LoggerMessage(5, LogLevel.Error, "The service refuses to answer about tokens ({Status}); requests are answered 503. ClientId must be the username of a service account that is switched on, ClientSecret one of its valid tokens.")]
    public static partial void CredentialsRefused(this ILogger logger, int status);

    [LoggerMessage(6, LogLevel.Warning, "The service answered the question about a token with status {Status}. Is Authority its address, with the base path?")]
    public static partial void IntrospectionUnusable(this ILogger logger, int status);

    [LoggerMessage(7, LogLevel.Warning, "The service could not be asked about a token.")]
    public static partial void IntrospectionFailed(this ILogger logger, Exception fault);

    [LoggerMessage(8, LogLevel.Warning, "The service did not answer a question about a token in time.")]
    public static partial void IntrospectionTimedOut(this ILogger logger);

    [LoggerMessage(9, LogLevel.Information, "The service answers questions about tokens again.")]
    public static partial void IntrospectionWorksAgain(this ILogger logger);
}
