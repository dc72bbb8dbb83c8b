using System.Buffers.Text;
using System.Globalization;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Importing;

/// <summary>A row of Unleash's <c>personal_access_tokens</c>: it has a secret, or a selector and a verifier.</summary>
internal sealed class UnleashTokenRow
{
    public int Id { get; init; }

    public int UserId { get; init; }

    public string? Description { get; init; }

    /// <summary>The secret in plain text, which goes no further than this row.</summary>
    public string? Secret { get; init; }

    public string? Selector { get; init; }

    /// <summary>SHA-256 of the whole secret, as here, in base64url.</summary>
    public string? Verifier { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? SeenAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public SourceToken ToToken() => new(Id.ToString(CultureInfo.InvariantCulture), Description, CreatedAt, ExpiresAt)
    {
        SeenAt = SeenAt,
        Credential = SourceCredential.OfSecret(Secret) ?? OfVerifier(),
    };

    private SourceCredential? OfVerifier()
    {
        Span<byte> verifier = stackalloc byte[TokenSecret.VerifierLength];
        return Selector is not null
            && Verifier is not null
            && TokenSecret.IsSelector(Selector)
            && Base64Url.IsValid(Verifier, out var length)
            && length == TokenSecret.VerifierLength
            && Base64Url.DecodeFromChars(Verifier, verifier) == TokenSecret.VerifierLength
                ? new(Selector, verifier.ToArray())
                : null;
    }
}
