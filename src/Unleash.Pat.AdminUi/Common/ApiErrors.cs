using System.Globalization;
using System.Net;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Classifies and describes the exceptions of client calls.</summary>
internal static class ApiErrors
{
    /// <summary>Whether the call failed for an outside reason, and not because of a bug here.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is UnleashPatException or HttpRequestException or OperationCanceledException;

    /// <summary>Whether the session has ended. A wrong password and a used link are a 401 too, but do not mean that.</summary>
    public static bool IsSignedOut(Exception exception) =>
        exception is UnleashPatException { StatusCode: HttpStatusCode.Unauthorized } error
        && !error.Is(UnleashPatErrors.PasswordMismatch)
        && !error.Is(UnleashPatErrors.InvalidToken);

    /// <summary>Whether the resource does not exist, for example because another administrator has deleted it.</summary>
    public static bool IsNotFound(Exception exception) => exception is UnleashPatException { StatusCode: HttpStatusCode.NotFound, Error: not null };

    /// <summary>Makes a change.</summary>
    /// <param name="failure">What did not happen, as a sentence.</param>
    /// <returns>An error message, or <see langword="null"/> if it succeeded.</returns>
    public static async Task<string?> TryAsync(Func<Task> change, string failure)
    {
        try
        {
            await change();
            return null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return $"{failure} {Describe(exception)}";
        }
    }

    /// <summary>Describes the error for the user, in one or more sentences.</summary>
    /// <param name="unknownOutcome">
    /// The advice to give if the service may have done what was asked; by default, to try again.
    /// </param>
    public static string Describe(Exception exception, string? unknownOutcome = null) => exception switch
    {
        _ when IsSignedOut(exception) => "Your session has ended. Sign in to continue.",
        UnleashPatException { Error: { } error } =>
            string.Join(' ', error.Details.Select(detail => detail.Message).DefaultIfEmpty(error.Message).Append(IsServerError(exception) ? unknownOutcome : null)).TrimEnd(),
        UnleashPatException { StatusCode: < HttpStatusCode.BadRequest } =>
            $"The response did not come from this service. {unknownOutcome ?? "Check your connection and try again."}",
        UnleashPatException error => string.Create(
            CultureInfo.InvariantCulture, $"The service answered with status {(int)error.StatusCode}. {unknownOutcome ?? "Try again in a moment."}"),
        HttpRequestException => $"The service cannot be reached. {unknownOutcome ?? "Check your connection and try again."}",
        _ => $"The service took too long to answer. {unknownOutcome ?? "Try again."}",
    };

    // A 4xx means that nothing was done; a 5xx can come after the change.
    private static bool IsServerError(Exception exception) =>
        exception is UnleashPatException { StatusCode: >= HttpStatusCode.InternalServerError };
}
