using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Generation;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>
/// Names schemas in Unleash's manner: <c>CreatePatRequest</c> is <c>createPatSchema</c>, <c>PatsSchema</c> is
/// <c>patsSchema</c>, <c>ApiError</c> is <c>apiErrorSchema</c>.
/// </summary>
internal sealed class SchemaNames : ISchemaNameGenerator, ITypeNameGenerator
{
    private static readonly string[] Endings = ["Request", "Schema"];

    public string Generate(Type type)
    {
        var name = type.Name;
        var ending = Endings.FirstOrDefault(candidate => name.EndsWith(candidate, StringComparison.Ordinal)) ?? "";
        return JsonNamingPolicy.CamelCase.ConvertName(name[..^ending.Length]) + "Schema";
    }

    public string Generate(JsonSchema schema, string? typeNameHint, IEnumerable<string> reservedTypeNames) =>
        typeNameHint is null || reservedTypeNames.Contains(typeNameHint)
            ? throw new InvalidOperationException($"Two contracts have the name {typeNameHint} in the description of the API.")
            : typeNameHint;
}
