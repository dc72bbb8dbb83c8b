using System.Net.Mime;
using System.Text;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>A request's body as a form, <c>application/x-www-form-urlencoded</c> in UTF-8.</summary>
/// <remarks>
/// Threat: readers of forms differ in what they make of broken ones. A token that one of them reads, and another does not,
/// would be verified here and used there. So a broken form is refused whole.
/// </remarks>
internal sealed class FormBody
{
    public const string MediaType = MediaTypeNames.Application.FormUrlEncoded;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>Whether a request's body is a form.</summary>
    public static bool IsOf(HttpRequest request) => RequestBody.Has(request, MediaType);

    /// <summary>Reads the form. A request's second reader gets what the first one read.</summary>
    public static async Task<FormBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var features = request.HttpContext.Features;
        if (features.Get<FormBody>() is { } read)
        {
            return read;
        }

        RequestBody.Require(request, MediaType);
        var form = Parse(await RequestBody.ReadAsync(request, Errors.NotForm, cancellationToken));
        features.Set(form);
        return form;
    }

    /// <summary>The value of a field; <see langword="null"/> where it is absent or empty, which is the same (RFC 6749, 3.1).</summary>
    public string? Find(string name, out bool isRepeated)
    {
        List<string> values = [.. _fields.Where(field => field.Name == name).Select(field => field.Value)];
        isRepeated = values.Count > 1;
        return values is [{ Length: > 0 } value, ..] ? value : null;
    }

    /// <summary>Decodes a value of a form.</summary>
    /// <returns><see langword="null"/> where it is not well-formed.</returns>
    public static string? Decode(ReadOnlySpan<byte> sent)
    {
        var decoded = new byte[sent.Length];
        var length = 0;
        for (var at = 0; at < sent.Length; at++)
        {
            if (sent[at] != '%')
            {
                decoded[length++] = sent[at] == '+' ? (byte)' ' : sent[at];
                continue;
            }

            if (at + 2 >= sent.Length || !IsHex(sent[at + 1]) || !IsHex(sent[at + 2]))
            {
                return null;
            }

            decoded[length++] = Convert.FromHexString(Encoding.ASCII.GetString(sent.Slice(at + 1, 2)))[0];
            at += 2;
        }

        return TextOf(decoded.AsSpan(0, length));
    }

    /// <summary>Bytes as a text, or <see langword="null"/> where they are not UTF-8.</summary>
    public static string? TextOf(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static FormBody Parse(ReadOnlySpan<byte> body)
    {
        var form = new FormBody();
        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];
            var equals = field.IndexOf((byte)'=');
            var name = Require(equals < 0 ? field : field[..equals]);
            form._fields.Add((name, equals < 0 ? "" : Require(field[(equals + 1)..])));
        }

        return form;
    }

    private static string Require(ReadOnlySpan<byte> sent) => Decode(sent)
        ?? throw new RefusedException(Errors.NotForm("a name or a value in it is not percent-encoded UTF-8"));

    private static bool IsHex(byte character) => char.IsAsciiHexDigit((char)character);
}
