namespace Unleash.Pat.Api.Http;

/// <summary>What holds for every endpoint that reads.</summary>
internal static class ReadingEndpoints
{
    /// <summary>GET and what answers as it does (RFC 9110, 9.3.2); the web server leaves out a HEAD's body.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Has every endpoint that takes GET take HEAD too, and lets its answers be compressed.</summary>
    /// <remarks>At the endpoints, not at the actions, so that the description of the API stays as it is.</remarks>
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
