using System.Globalization;
using System.Net.Mime;
using System.Text.RegularExpressions;
using NJsonSchema;
using NSwag;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>The committed description of the API, as something to hold answers to.</summary>
public sealed class ApiDocument
{
    // HTTP's own, which say nothing of the API; OpenAPI leaves the content type's description to the content.
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "content-type", "content-length", "date", "transfer-encoding", "connection", "content-encoding", "vary",
    };

    // What a browser may do with an answer; RoutesTests holds every answer to them.
    private static readonly HashSet<string> OfBrowsers = new(StringComparer.OrdinalIgnoreCase)
    {
        "content-security-policy", "x-frame-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy",
        "cross-origin-embedder-policy", "cross-origin-resource-policy", "x-permitted-cross-domain-policies",
        "strict-transport-security",
    };

    private readonly List<(Regex Path, bool IsLiteral, OpenApiPathItem Item)> _paths;

    private ApiDocument(OpenApiDocument document)
    {
        _paths = [.. document.Paths.Select(path => (Pattern(path.Key), !path.Key.Contains('{', StringComparison.Ordinal), path.Value))];
        Operations =
        [
            .. from path in document.Paths
               from operation in path.Value
               select new ApiOperation(HttpMethod.Parse(operation.Key.ToUpperInvariant()), path.Key, Properties(operation.Value)),
        ];
    }

    /// <summary>The copy of <c>openapi.json</c> beside the tests.</summary>
    public static Task<ApiDocument> Committed { get; } = LoadAsync();

    /// <summary>Every operation.</summary>
    public IEnumerable<ApiOperation> Operations { get; }

    /// <summary>What the document does not tell of an answer; nothing for a route that it does not have.</summary>
    public IEnumerable<string> Faults(HttpMethod method, string path, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (Find(method, path) is not { } operation)
        {
            return [];
        }

        return operation.Responses.TryGetValue(answer.Status.ToString(CultureInfo.InvariantCulture), out var response)
            ? [.. HeaderFaults(response.ActualResponse, answer), .. ContentFaults(response.ActualResponse, answer)]
            : [$"no status {answer.Status}"];
    }

    private static IReadOnlyList<string> Properties(OpenApiOperation operation) =>
        operation.RequestBody?.Content.TryGetValue("application/json", out var content) is true
            ? [.. content.Schema.ActualSchema.ActualProperties.Keys]
            : [];

    private OpenApiOperation? Find(HttpMethod method, string path) => _paths
        .Where(candidate => candidate.Path.IsMatch(path))
        .OrderByDescending(candidate => candidate.IsLiteral)
        .Select(candidate => candidate.Item.TryGetValue(method.Method.ToLowerInvariant(), out var operation) ? operation : null)
        .FirstOrDefault();

    private static IEnumerable<string> HeaderFaults(OpenApiResponse response, Answer answer) =>
        from name in answer.HeaderNames
        where !OfHttp.Contains(name) && !OfBrowsers.Contains(name) && !response.Headers.ContainsKey(name.ToLowerInvariant())
        select $"no header {name}";

    private static IEnumerable<string> ContentFaults(OpenApiResponse response, Answer answer)
    {
        if (response.Content.Count == 0)
        {
            return answer.Body.Length == 0 ? [] : ["no body"];
        }

        var type = answer.Header("content-type")?.Split(';')[0] ?? "";
        if (!response.Content.TryGetValue(type, out var content))
        {
            return [$"no content type {type}"];
        }

        // A schema describes JSON, and of another content no more than that it is text.
        return type == MediaTypeNames.Application.Json
            ? content.Schema.ActualSchema.Validate(answer.Body, SchemaType.OpenApi3).Select(fault => fault.ToString())
            : [];
    }

    private static async Task<ApiDocument> LoadAsync() =>
        new(await OpenApiDocument.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")));

    private static Regex Pattern(string path) =>
        new($"^{Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "[^/]+")}$", RegexOptions.CultureInvariant);
}
