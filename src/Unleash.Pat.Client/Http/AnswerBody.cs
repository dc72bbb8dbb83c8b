using System.Net.Http.Headers;
using System.Text;

namespace Unleash.Pat.Client;

/// <summary>The bodies of answers that are not what was asked for.</summary>
internal static class AnswerBody
{
    // No error of the service is near as long. Threat: whatever answers instead could send without end.
    private const int MaxBytes = 64 * 1024;

    private const int MaxCharacters = 1000;

    /// <summary>Whether an answer has a body, and one that the service does not give.</summary>
    public static bool IsForeign(HttpResponseMessage response) =>
        response.Content.Headers is { ContentType.MediaType: { } type, ContentLength: not 0 } && !IsJson(type);

    public static bool IsJson(string mediaType) =>
        mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the beginning of a body; of one that breaks off, what there is.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var start = new byte[MaxBytes];
        var length = 0;
        try
        {
            var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            do
            {
                read = await body.ReadAsync(start.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
            }
            while (read > 0 && length < start.Length);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status says more than that the connection is gone.
        }

        return start.AsMemory(0, length);
    }

    /// <summary>The first thousand characters.</summary>
    public static string Excerpt(ReadOnlyMemory<byte> body, MediaTypeHeaderValue? type)
    {
        var text = EncodingOf(type).GetString(body.Span).TrimStart('\uFEFF');
        return text.Length <= MaxCharacters ? text : text[..MaxCharacters];
    }

    private static Encoding EncodingOf(MediaTypeHeaderValue? type)
    {
        try
        {
            return type?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
