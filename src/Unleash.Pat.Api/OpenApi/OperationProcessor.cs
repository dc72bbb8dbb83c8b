using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Adds to an operation its credentials, its permission and the headers of its successful answer.</summary>
internal sealed class OperationProcessor : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        var facts = ActionFacts.Of(context);
        var operation = context.OperationDescription.Operation;
        operation.OperationId = facts.OperationId;
        operation.Security = [.. SecuritySchemes.For(facts)];
        operation.Summary = XmlDocText.Unwrap(operation.Summary)?.TrimEnd('.');
        operation.Description = XmlDocText.Unwrap(operation.Description);
        if (facts.Permission is { } permission)
        {
            operation.Description = $"{operation.Description}\n\nTakes the permission `{permission}`.".Trim();
        }

        if (facts.HasForm)
        {
            var body = operation.RequestBody!.Content;
            var (sent, schema) = body.Single();
            body.Remove(sent);
            body.Add(FormBody.MediaType, schema);
        }

        foreach (var response in operation.Responses.Values)
        {
            AddHeaders(response, facts);
            foreach (var other in facts.Find<AlsoSendsAttribute>())
            {
                response.Content[other.MediaType] = new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String } };
            }
        }

        return true;
    }

    private static void AddHeaders(OpenApiResponse response, ActionFacts facts)
    {
        var own = facts.Find<SendsHeaderAttribute>().Select(header => WireHeaders.Text(header.Name, header.Description));
        foreach (var (name, header) in WireHeaders.OfAny().Concat(own))
        {
            response.Headers[name] = header;
        }
    }
}
