namespace Unleash.Pat.Api.Http;

/// <summary>States that a request may have no body, which reads as an empty object.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OptionalBodyAttribute : Attribute
{
    /// <summary>Whether a request has no body and needs none.</summary>
    public static bool IsMissing(HttpRequest request, Type bodyType) =>
        bodyType.IsDefined(typeof(OptionalBodyAttribute), inherit: false)
        && (request.ContentLength == 0
            || request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false });
}
