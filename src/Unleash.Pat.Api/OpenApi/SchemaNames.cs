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
    private const string Request = "Request";

    private static readonly string[] Endings = [Request, "Schema"];

    /// <summary>Whether a contract is a request's body.</summary>
    public static bool IsRequest(Type type) => type.Name.EndsWith(Request, StringComparison.Ordinal);

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
