namespace Unleash.Pat.Api.Authentication;

/// <summary>States the scheme of an endpoint whose callers are no users of this service: neither a cookie nor its rules count.</summary>
/// <param name="scheme">One of <see cref="UnleashSchemes"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AuthenticatesByAttribute(string scheme) : Attribute
{
    public string Scheme { get; } = scheme;

    /// <summary>The scheme that an endpoint states.</summary>
    public static string? SchemeOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AuthenticatesByAttribute>()?.Scheme;
}
