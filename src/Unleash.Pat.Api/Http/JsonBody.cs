using System.Net.Mime;
using System.Text.Json;
using System.Text.Unicode;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads a request's body as JSON. The order of checks is that of docs/api.md, section 1.1: 415, 413, 400.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 64;

    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        RequestBody.Require(request, MediaTypeNames.Application.Json);
        return Parse(await RequestBody.ReadAsync(request, Errors.NotJson, cancellationToken));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.IsEmpty)
        {
            throw Broken("it is empty");
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            throw Broken("it is not UTF-8");
        }

        try
        {
            var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return JsonUnicode.IsWellFormed(document.RootElement)
                ? document
                : throw Broken("a text in it holds half of a surrogate pair");
        }
        catch (JsonException exception)
        {
            throw Broken(
                $"it breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} "
                + $"(deeper than {MaxDepth} levels, cut off, or not JSON at all)");
        }
    }

    private static RefusedException Broken(string how) => new(Errors.NotJson(how));
}
