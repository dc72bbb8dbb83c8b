namespace Unleash.Pat.Api.Authentication.Providers;

internal static partial class ProviderLog
{
    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "The identity provider does not answer; nobody can sign in by it.")]
    public static partial void ProviderUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1602, Level = LogLevel.Warning, Message = "A sign-in by the identity provider was refused: {Reason}.")]
    public static partial void ProviderSignInRefused(this ILogger logger, string reason, Exception? exception);

    [LoggerMessage(EventId = 1603, Level = LogLevel.Warning, Message = "Nobody gets in by the identity provider: neither Authentication:OpenIdConnect:Roles nor :DefaultRole is set.")]
    public static partial void NobodyHasARole(this ILogger logger);
}
