using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.OAuth.Verifiers;

/// <summary>The credentials that a request offers for a verifier (docs/api.md, section 7.1).</summary>
/// <param name="secrets">The token, in each way to read what was sent; empty where it cannot be read at all.</param>
/// <param name="names">The name of its account, in each way to read it; <see langword="null"/> where none was sent.</param>
internal sealed class VerifierCredentials(IReadOnlyList<string> secrets, IReadOnlyList<string>? names)
{
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";

    private const string Basic = "Basic ";

    public IReadOnlyList<string> Secrets => secrets;

    public IReadOnlyList<string>? Names => names;

    /// <summary>Those of the <c>authorization</c> header; <see langword="null"/> where there is none.</summary>
    public static VerifierCredentials? OfHeader(HttpRequest request)
    {
        if (AuthorizationHeader.Read(request) is not { } credential)
        {
            return null;
        }

        return credential.Span.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            ? OfBasic(credential.Span[Basic.Length..])
            : new VerifierCredentials([credential.ToString()], null);
    }

    /// <summary>Those of a form; <see langword="null"/> where it has no client secret.</summary>
    public static VerifierCredentials? OfForm(FormBody form) => (Find(form, ClientId), Find(form, ClientSecret)) switch
    {
        (_, null) => null,
        (null, _) => new VerifierCredentials([], null),
        ({ } name, { } secret) => new VerifierCredentials([secret], [name]),
    };

    /// <summary>A field that must not be repeated.</summary>
    public static string? Find(FormBody form, string field)
    {
        var value = form.Find(field, out var isRepeated);
        return isRepeated
            ? throw RefusedException.BrokenSchema(Errors.PropertyInvalid($"/body/{field}", "must be sent once", sent: null))
            : value;
    }

    // RFC 6749, 2.3.1 has both parts encoded as in a form, and many clients send them as they are (RFC 7617).
    private static VerifierCredentials OfBasic(ReadOnlySpan<char> encoded)
    {
        Span<byte> decoded = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded.Trim(), decoded, out var length))
        {
            return new VerifierCredentials([], null);
        }

        var pair = decoded[..length];
        var colon = pair.IndexOf((byte)':');
        return colon < 0
            ? new VerifierCredentials([], null)
            : new VerifierCredentials(Readings(pair[(colon + 1)..]), Readings(pair[..colon]));
    }

    private static List<string> Readings(ReadOnlySpan<byte> sent) =>
        [.. new[] { FormBody.TextOf(sent), FormBody.Decode(sent) }.OfType<string>().Distinct()];
}
