using System.Net.Mime;
using System.Text.Json;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;

namespace Unleash.Pat.Api.Shell;

/// <summary>Describes the empty answers, which are endpoints without a controller.</summary>
internal sealed class EmptyAnswerOperations : IDocumentProcessor
{
    private static readonly JsonSerializerOptions Json = WireJson.CreateOptions();

    public void Process(DocumentProcessorContext context)
    {
        var errors = new EndpointErrors(context);
        foreach (var answer in EmptyAnswers.All)
        {
            context.Document.Paths[$"/{answer.Path}"] =
                new OpenApiPathItem { [OpenApiOperationMethod.Get] = Describe(answer, errors) };
        }
    }

    private static OpenApiOperation Describe(EmptyAnswer answer, EndpointErrors errors)
    {
        var operation = new OpenApiOperation
        {
            OperationId = answer.OperationId,
            Summary = answer.Summary,
            Description = answer.Permission is null
                ? "Always empty: this service has none."
                : $"Always empty: this service has none.\n\nTakes the permission `{answer.Permission}`.",
            Security = [.. SecuritySchemes.OfCallers],
            Tags = [ApiTags.UnleashShell],
        };
        var empty = new OpenApiResponse { Description = "Nothing, in Unleash's shape." };
        empty.Content[MediaTypeNames.Application.Json] =
            new OpenApiMediaType { Schema = SchemaOf(JsonSerializer.SerializeToElement(answer.Body, Json)) };
        foreach (var (name, header) in WireHeaders.OfAny())
        {
            empty.Headers[name] = header;
        }

        operation.Responses["200"] = empty;
        errors.AddTo(operation, "Bearer", "The account lacks the permission, or the scopes of the token do not allow reading.");
        return operation;
    }

    private static JsonSchema SchemaOf(JsonElement value)
    {
        var schema = new JsonSchema();
        Describe(schema, value);
        if (value.ValueKind == JsonValueKind.Object)
        {
            schema.AllowAdditionalProperties = false;
            foreach (var property in value.EnumerateObject())
            {
                var described = new JsonSchemaProperty();
                Describe(described, property.Value);
                schema.Properties[property.Name] = described;
                described.IsRequired = true;
            }
        }

        return schema;
    }

    private static void Describe(JsonSchema schema, JsonElement value)
    {
        schema.Type = TypeOf(value);
        if (value.ValueKind == JsonValueKind.Array)
        {
            schema.Item = new JsonSchema();
            schema.MaxItems = 0;
        }
    }

    private static JsonObjectType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => JsonObjectType.Array,
        JsonValueKind.Object => JsonObjectType.Object,
        JsonValueKind.Number => JsonObjectType.Integer,
        JsonValueKind.True or JsonValueKind.False => JsonObjectType.Boolean,
        _ => JsonObjectType.String,
    };
}
