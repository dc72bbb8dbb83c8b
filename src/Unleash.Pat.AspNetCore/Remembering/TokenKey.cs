using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>What a token is remembered by: its SHA-256. A memory dump shows no token.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TokenKey : IEquatable<TokenKey>
{
    private const string Prefix = "user:v2_";
    private const int SelectorEnd = 8 + 22;
    private const int Length = SelectorEnd + 1 + 43;
    private const string PlainPrefix = "user:";
    private const int PlainLength = 5 + 56;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /*
     * Threat: a sender of invented tokens chooses them so that their hashes begin alike, and all land in one bucket. The
     * factor is random in each process, so that nothing chosen beforehand collides.
     */
    private static readonly ulong Factor = RandomFactor();

    /*
     * SHA256.HashData makes and frees a context of OpenSSL each time; one that a thread keeps saves a fifth of the whole
     * verification. It is empty again after each hash.
     */
    [ThreadStatic]
    private static IncrementalHash? _hasher;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Hashes a text that has the form of a personal access token.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="key">Its SHA-256, where the form is right.</param>
    /// <returns>Whether the form is right: <c>user:v2_</c>, 22 characters, <c>_</c>, 43 characters; or that of a
    /// token that was imported from an older Unleash, <c>user:</c> and 56 hexadecimal digits.</returns>
    public static bool TryCreate(ReadOnlySpan<char> text, out TokenKey key)
    {
        key = default;
        if (!HasForm(text) && !HasPlainForm(text))
        {
            return false;
        }

        Span<byte> ascii = stackalloc byte[Length];
        var length = Encoding.ASCII.GetBytes(text, ascii);
        Hash(ascii[..length], MemoryMarshal.AsBytes(new Span<TokenKey>(ref key)));
        return true;
    }

    public bool Equals(TokenKey other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    public override bool Equals(object? obj) => obj is TokenKey other && Equals(other);

    public override int GetHashCode() => (int)(_first * Factor >> 32);

    // The checksum is not looked at: tokens that were imported from Unleash have none.
    private static bool HasForm(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[SelectorEnd] == '_'
        && !text[Prefix.Length..].ContainsAnyExcept(Alphabet);

    private static bool HasPlainForm(ReadOnlySpan<char> text) =>
        text.Length == PlainLength
        && text.StartsWith(PlainPrefix, StringComparison.Ordinal)
        && !text[PlainPrefix.Length..].ContainsAnyExcept(HexDigits);

    private static void Hash(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        var hasher = _hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(text);
        hasher.GetHashAndReset(hash);
    }

    private static ulong RandomFactor()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToUInt64(bytes) | 1;
    }
}
