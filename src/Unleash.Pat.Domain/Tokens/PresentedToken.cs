using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>
/// A text that has the form of a secret (docs/api.md, section 2) and may or may not be one; it lives on the stack only.
/// </summary>
public readonly ref struct PresentedToken
{
    private readonly ReadOnlySpan<char> _text;

    internal PresentedToken(ReadOnlySpan<char> text, TokenKind kind, ReadOnlySpan<char> selector)
    {
        _text = text;
        Selector = selector;
        Kind = kind;
    }

    /// <summary>The kind of token that has this prefix.</summary>
    public TokenKind Kind { get; }

    /// <summary>The part by which the token is found.</summary>
    public ReadOnlySpan<char> Selector { get; }

    /// <summary>Whether the stored hash belongs to this secret.</summary>
    /// <param name="verifier">SHA-256 of the token's secret, 32 bytes.</param>
    /// <returns><see langword="true"/> where it is.</returns>
    /// <remarks>
    /// Threat: a comparison that stops at the first wrong byte tells by its duration how much was right; this one
    /// always takes as long.
    /// </remarks>
    public bool Matches(ReadOnlySpan<byte> verifier)
    {
        Span<byte> presented = stackalloc byte[TokenSecret.VerifierLength];
        ComputeVerifier(presented);
        return CryptographicOperations.FixedTimeEquals(presented, verifier);
    }

    /// <summary>SHA-256 of the whole text, to be compared after a wait that the text itself cannot survive.</summary>
    /// <returns>32 bytes, to be compared in constant time as in <see cref="Matches"/>.</returns>
    public byte[] ComputeVerifier()
    {
        var verifier = new byte[TokenSecret.VerifierLength];
        ComputeVerifier(verifier);
        return verifier;
    }

    private void ComputeVerifier(Span<byte> verifier)
    {
        Span<byte> ascii = stackalloc byte[TokenSecret.Length];
        var length = Encoding.ASCII.GetBytes(_text, ascii);
        SHA256.HashData(ascii[..length], verifier);
    }
}
