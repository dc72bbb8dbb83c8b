using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads a request's body into memory, whatever its format: 415 for another one, then 413, then 400.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 100 * 1024;

    /// <summary>Whether the body has a format, in UTF-8.</summary>
    public static bool Has(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && IsUtf8(type.Charset.ToString());

    /// <exception cref="RefusedException">The body has another format or encoding.</exception>
    public static void Require(HttpRequest request, string mediaType)
    {
        if (!Has(request, mediaType))
        {
            throw new RefusedException(Errors.ContentTypeNotAccepted(JsonText.ShortenOrNull(request.ContentType), mediaType));
        }

        // The framework has removed the encodings that it has decoded.
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity") and var encoding)
        {
            throw new RefusedException(Errors.ContentEncodingNotAccepted(JsonText.Shorten(encoding)));
        }
    }

    /// <param name="broken">The error for a body that cannot be unpacked.</param>
    public static async Task<byte[]> ReadAsync(
        HttpRequest request, Func<string, ServiceError> broken, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            throw new RefusedException(Errors.PayloadTooLarge(MaxBytes));
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await ReadOnAsync(request, broken, cancellationToken);
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

    private static bool IsUtf8(string charset) =>
        charset.Trim('"').ToUpperInvariant() is "" or "UTF-8" or "UTF8" or "US-ASCII";

    private static async ValueTask<ReadResult> ReadOnAsync(
        HttpRequest request, Func<string, ServiceError> broken, CancellationToken cancellationToken)
    {
        try
        {
            var read = request.BodyReader.ReadAsync(cancellationToken);
            return read.IsCompleted ? await read : await WaitAsync(read, request);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The framework throws the first for broken gzip and deflate, the second for broken br.
            throw new RefusedException(broken("it cannot be unpacked as its content-encoding says"));
        }
    }

    private static async Task<ReadResult> WaitAsync(ValueTask<ReadResult> read, HttpRequest request)
    {
        var atWork = request.HttpContext.RequestServices.GetRequiredService<RequestsAtWork>();
        atWork.Leave();
        try
        {
            return await read;
        }
        finally
        {
            atWork.Enter();
        }
    }
}
