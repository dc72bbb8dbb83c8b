using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using Namotion.Reflection;
using Unleash.Pat.Api.OpenApi;

namespace Unleash.Pat.Api.Instance;

/// <summary>Describes the health checks, which are endpoints without a controller.</summary>
internal sealed class HealthOperations : IDocumentProcessor
{
    private const string InternalError = "InternalError";
    private const string Unavailable = "ServiceUnavailableError";

    public void Process(DocumentProcessorContext context)
    {
        var schema = context.SchemaGenerator.GenerateWithReference<JsonSchema>(
            typeof(HealthSchema).ToContextualType(), context.SchemaResolver);
        Add(context.Document, HealthEndpoints.Health, schema, new OpenApiOperation
        {
            OperationId = "getHealth",
            Summary = "Ask whether the process serves at all",
            Description = "Tells that the process serves at all.",
        });
        Add(context.Document, HealthEndpoints.Ready, schema, new OpenApiOperation
        {
            OperationId = "getReady",
            Summary = "Ask whether the database is reached and at the right version; 503 where it is not",
            Description = "Tells whether the database is reached and at the right version.",
        });
    }

    private static void Add(OpenApiDocument document, string path, JsonSchema schema, OpenApiOperation operation)
    {
        var good = new OpenApiResponse { Description = "`GOOD`" };
        good.Content["application/json"] = new OpenApiMediaType { Schema = schema };
        foreach (var (name, header) in WireHeaders.OfAny())
        {
            good.Headers[name] = header;
        }

        operation.Tags = [ApiTags.Operational];
        operation.Security = [[]];
        operation.Responses["200"] = good;
        operation.Responses["500"] = new OpenApiResponse { Reference = document.Components.Responses[InternalError] };
        operation.Responses["503"] = new OpenApiResponse { Reference = document.Components.Responses[Unavailable] };
        document.Paths[path] = new OpenApiPathItem { [OpenApiOperationMethod.Get] = operation };
    }
}
