using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>What each status of an error means, in Unleash's words where it has some.</summary>
internal static class ErrorDescriptions
{
    private static readonly Dictionary<int, string> ByStatus = new()
    {
        [400] = "The request data does not match what we expect.",
        [401] = "Authorization information is missing or invalid. Provide a valid API token as the `authorization` header, "
            + "e.g. `authorization:*.*.my-admin-token`.",
        [403] = "The provided user credentials are valid, but the user does not have the necessary permissions to perform this operation",
        [404] = "The requested resource was not found.",
        [409] = "The provided resource can not be created or updated because it would conflict with the current state of the "
            + "resource or with an already existing resource, respectively.",
        [413] = $"The request body is larger than what we accept: {RequestBody.MaxBytes / 1024} KiB.",
        [415] = "The operation does not support request payloads of the provided type. Use `application/json`.",
        [429] = "Too many requests for now. The `retry-after` header says when to try again.",
        [500] = "Something went wrong in the service, and its log says what under the error's id.",
        [503] = "The service is not available for now, for example because its database is not. The `retry-after` header says when to try again.",
    };

    public static string Of(int status, ActionFacts action) => status switch
    {
        StatusCodes.Status401Unauthorized when action.Scheme == UnleashSchemes.Verifier => Errors.VerifierNotAuthenticated.Message,
        StatusCodes.Status403Forbidden when action.Scheme == UnleashSchemes.Verifier => Errors.VerifierRequired.Message,
        StatusCodes.Status415UnsupportedMediaType when action.HasForm =>
            $"The operation does not support request payloads of the provided type. Use `{FormBody.MediaType}`.",
        _ => ByStatus[status],
    };
}
