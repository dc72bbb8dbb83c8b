using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>The body is no JSON by its own word: 415 (docs/api.md, section 1.1).</summary>
/// <param name="provided">The content type as it was sent, or <see langword="null"/>.</param>
public sealed class ContentTypeException(string? provided) : UnleashException(
    "ContentTypeError",
    $"We do not accept the content-type you provided ({Shown(provided)}). Try using one of the content-types we do accept "
    + "instead (application/json) and make sure the body is in the corresponding format.")
{
    private static string Shown(string? provided) =>
        string.IsNullOrWhiteSpace(provided) ? "you didn't provide one" : JsonText.Shorten(provided);
}
