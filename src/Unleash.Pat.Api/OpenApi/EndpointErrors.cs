using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The errors of endpoints that are no controllers.</summary>
internal sealed class EndpointErrors(DocumentProcessorContext context)
{
    private readonly JsonSchema _schema = context.SchemaGenerator.GenerateWithReference<JsonSchema>(
        typeof(ApiError).ToContextualType(), context.SchemaResolver);

    /// <param name="challenge">How the caller authenticates.</param>
    /// <param name="forbidden">What a 403 means.</param>
    public void AddTo(OpenApiOperation operation, string challenge, string forbidden)
    {
        var unauthorized = Error("There is no token, or it is not accepted: unknown, malformed, expired or revoked.");
        unauthorized.Headers["www-authenticate"] = WireHeaders.Text("www-authenticate", $"How to authenticate: `{challenge}`.").Header;
        operation.Responses["401"] = unauthorized;
        operation.Responses["403"] = Error(forbidden);
        operation.Responses["500"] = Shared("InternalError");
        operation.Responses["503"] = Shared("ServiceUnavailableError");
    }

    private OpenApiResponse Error(string description)
    {
        var response = new OpenApiResponse { Description = description };
        response.Content["application/json"] = new OpenApiMediaType { Schema = _schema };
        foreach (var (name, header) in WireHeaders.OfAny())
        {
            response.Headers[name] = header;
        }

        return response;
    }

    private OpenApiResponse Shared(string name) => new() { Reference = context.Document.Components.Responses[name] };
}
