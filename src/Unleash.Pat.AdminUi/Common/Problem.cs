using System.Globalization;
using System.Net;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>What went wrong with a call, in words for the person who made it.</summary>
internal static class Problem
{
    /// <summary>Whether a call can fail in this way through no fault of the program.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is UnleashPatException or HttpRequestException or OperationCanceledException;

    /// <summary>Whether the session is over. A wrong password is 401 too, and no sign of that.</summary>
    public static bool IsSignedOut(Exception exception) =>
        exception is UnleashPatException { StatusCode: HttpStatusCode.Unauthorized } refusal && !refusal.Is(UnleashPatErrors.PasswordMismatch);

    /// <summary>Whether what a call was about does not exist; somebody else may have deleted it.</summary>
    public static bool IsMissing(Exception exception) => exception is UnleashPatException { StatusCode: HttpStatusCode.NotFound, Error: not null };

    /// <summary>A sentence or several.</summary>
    /// <param name="exception">What a call ended with.</param>
    /// <param name="unknown">What to advise where the call may have been done all the same, instead of another try.</param>
    public static string InWords(Exception exception, string? unknown = null) => exception switch
    {
        _ when IsSignedOut(exception) => "Your session has ended. Sign in to go on.",
        UnleashPatException { Error: { } error } =>
            string.Join(' ', error.Details.Select(detail => detail.Message).DefaultIfEmpty(error.Message).Append(IsFailure(exception) ? unknown : null)).TrimEnd(),
        UnleashPatException { StatusCode: < HttpStatusCode.BadRequest } =>
            $"What was answered is not from this service. {unknown ?? "Check your connection and try again."}",
        UnleashPatException refusal => string.Create(
            CultureInfo.InvariantCulture, $"The service answered with the status {(int)refusal.StatusCode}. {unknown ?? "Try again in a moment."}"),
        HttpRequestException => $"The service cannot be reached. {unknown ?? "Check your connection and try again."}",
        _ => $"The service took too long to answer. {unknown ?? "Try again."}",
    };

    // The service's own failure may have come after the deed; its refusal has not.
    private static bool IsFailure(Exception exception) =>
        exception is UnleashPatException { StatusCode: >= HttpStatusCode.InternalServerError };
}
