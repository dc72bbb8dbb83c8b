namespace Unleash.Pat.Api.Http;

/// <summary>Conventions of endpoints that read.</summary>
internal static class ReadingEndpoints
{
    /// <summary>GET and what answers as it does (RFC 9110, 9.3.2); the web server leaves out a HEAD's body.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds HEAD to every endpoint with GET, and allows its answers to be compressed.</summary>
    /// <remarks>On endpoints and not on actions, so that HEAD is not in the description of the API.</remarks>
    public static TBuilder WithReading<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods;
            if (methods is null || !methods.Contains(HttpMethods.Get))
            {
                return;
            }

            endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.Union([HttpMethods.Head])]));
            if (!endpoint.Metadata.OfType<NeverCompressedAttribute>().Any())
            {
                endpoint.Metadata.Add(new CompressibleMetadata());
            }
        });
        return endpoints;
    }
}
