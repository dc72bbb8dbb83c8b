using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Adds to an operation every error it can answer with, each with an example.</summary>
internal sealed class ErrorResponseProcessor : IOperationProcessor
{
    private const string MediaType = "application/json";

    private static readonly JsonSerializerOptions Json = WireJson.CreateOptions();

    // Others stand with each operation, as in Unleash's description.
    private static readonly HashSet<int> Shared = [413, 415, 500, 503];

    public bool Process(OperationProcessorContext context)
    {
        var schema = context.SchemaGenerator.GenerateWithReference<JsonSchema>(
            Namotion.Reflection.ContextualTypeExtensions.ToContextualType(typeof(ApiError)), context.SchemaResolver);
        var action = ActionFacts.Of(context);
        foreach (var errors in PossibleErrors.Of(action).GroupBy(error => ErrorStatus.Of(error.Refusal.Kind)))
        {
            context.OperationDescription.Operation.Responses[errors.Key.ToString(CultureInfo.InvariantCulture)] =
                Share(context.Document, errors.Key, Describe(errors.Key, [.. errors], schema, action), action);
        }

        SortByStatus(context.OperationDescription.Operation.Responses);

        return true;
    }

    // Answers that are the same for every operation are described once.
    private static OpenApiResponse Share(OpenApiDocument document, int status, OpenApiResponse response, ActionFacts action)
    {
        if (!Shared.Contains(status) || (action.HasForm && status == StatusCodes.Status415UnsupportedMediaType))
        {
            return response;
        }

        var name = string.Join("Or", response.Content[MediaType].Examples.Keys);
        document.Components.Responses.TryAdd(name, response);
        return new OpenApiResponse { Reference = document.Components.Responses[name] };
    }

    private static OpenApiResponse Describe(
        int status, IReadOnlyList<PossibleError> errors, JsonSchema schema, ActionFacts action)
    {
        var content = new OpenApiMediaType { Schema = schema };
        foreach (var error in errors)
        {
            var name = error.Refusal.Kind.ToString();
            var count = content.Examples.Keys.Count(key => key.StartsWith(name, StringComparison.Ordinal));
            content.Examples.Add(
                count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{count + 1}"),
                new OpenApiExample { Summary = error.Summary, Value = Example(error.Refusal) });
        }

        var response = new OpenApiResponse { Description = ErrorDescriptions.Of(status, action) };
        response.Content[MediaType] = content;
        foreach (var (name, header) in WireHeaders.OfError(status, action))
        {
            response.Headers[name] = header;
        }

        return response;
    }

    private static void SortByStatus(IDictionary<string, OpenApiResponse> responses)
    {
        var sorted = responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        foreach (var (status, response) in sorted)
        {
            responses.Add(status, response);
        }
    }

    private static JToken Example(RefusedException refusal)
    {
        var error = ErrorBody.Of(refusal, Guid.Parse("9c40958a-daac-400e-98fb-3bb438567008"));
        return JToken.Parse(JsonSerializer.Serialize(error, error.GetType(), Json));
    }
}
