using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
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
            Summary = "Check whether the process runs",
            Description = "Returns 200 while the process runs.",
        });
        Add(context.Document, HealthEndpoints.Ready, schema, new OpenApiOperation
        {
            OperationId = "getReady",
            Summary = "Check whether the database can be reached and has the right version; 503 if not",
            Description = "Returns 200 if the database can be reached and has the right version.",
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
