namespace Unleash.Pat.Api.OAuth;

/// <summary>The name by which OAuth libraries know this service: its address.</summary>
internal static class Issuer
{
    /// <summary><c>PublicUrl</c> where it is set, else the address of the request; without a slash at its end.</summary>
    public static string Of(HttpRequest request) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
