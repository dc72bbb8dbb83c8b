using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>The body is packed in a way that the service does not unpack: 415 (docs/api.md, section 1.1).</summary>
/// <param name="provided">The content encoding as it was sent.</param>
public sealed class ContentEncodingException(string provided) : UnleashException(
    "ContentTypeError",
    $"We do not accept the content-encoding you provided ({JsonText.Shorten(provided)}). Send the body as it is, or packed "
    + $"in one of the encodings we do accept ({Accepted}).")
{
    /// <summary>What the service unpacks, for the header <c>accept-encoding</c>.</summary>
    public const string Accepted = "br, deflate, gzip";
}
