using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads a request's body as JSON. The order of checks is that of docs/api.md, section 1.1: 415, 413, 400.</summary>
internal static class JsonBody
{
    public const int MaxBytes = 100 * 1024;

    private const int MaxDepth = 64;

    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        RequireJson(request);
        var bytes = await ReadBytesAsync(request, cancellationToken);
        return Parse(bytes);
    }

    private static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || !IsUtf8(type.Charset.ToString()))
        {
            throw new RefusedException(Errors.ContentTypeNotAccepted(JsonText.ShortenOrNull(request.ContentType)));
        }

        // The framework has removed the encodings that it has decoded.
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity") and var encoding)
        {
            throw new RefusedException(Errors.ContentEncodingNotAccepted(JsonText.Shorten(encoding)));
        }
    }

    private static bool IsUtf8(string charset) =>
        charset.Trim('"').ToUpperInvariant() is "" or "UTF-8" or "UTF8" or "US-ASCII";

    private static async Task<byte[]> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            throw new RefusedException(Errors.PayloadTooLarge(MaxBytes));
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await ReadAsync(reader, cancellationToken);
            if (result.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new RefusedException(Errors.PayloadTooLarge(MaxBytes));
            }

            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The framework throws the first for broken gzip and deflate, the second for broken br.
            throw Broken("it cannot be unpacked as its content-encoding says");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
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
