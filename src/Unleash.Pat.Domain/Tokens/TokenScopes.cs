using System.Collections;
using System.Text.RegularExpressions;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>What a token may do (docs/api.md, section 1.6): different scopes, in the order in which they were given.</summary>
/// <remarks>A token without this is unrestricted; one with an empty list may do nothing but manage itself.</remarks>
public sealed partial class TokenScopes : IReadOnlyList<string>, IEquatable<TokenScopes>
{
    /// <summary>Every GET that the account may make.</summary>
    public const string ApiRead = "api:read";

    /// <summary>All that the account may do.</summary>
    public const string ApiWrite = "api:write";

    /// <summary>The most scopes of a token.</summary>
    public const int MaxCount = 32;

    /// <summary>The maximum number of characters of a scope.</summary>
    public const int MaxLength = 64;

    /// <summary>The maximum number of characters of all scopes of a token, with a space between two: a column's size.</summary>
    public const int MaxTextLength = (MaxCount * (MaxLength + 1)) - 1;

    /// <summary>The form of a scope, as JSON Schema writes it.</summary>
    public const string Pattern = $"^{Scope}$";

    private const string Scope = "[a-z0-9][a-z0-9:._/-]{0,63}";

    private const char Separator = ' ';

    private readonly string[] _scopes;

    private TokenScopes(string[] scopes) => _scopes = scopes;

    public int Count => _scopes.Length;

    public string this[int index] => _scopes[index];

    /// <exception cref="ArgumentException">There are too many, one has no valid form, or one is there twice.</exception>
    public static TokenScopes Create(IEnumerable<string> scopes)
    {
        string[] given = [.. scopes];
        return FindFaults(given).Any()
            ? throw new ArgumentException("These are not the scopes of a token.", nameof(scopes))
            : new TokenScopes(given);
    }

    /// <summary>Why texts are not the scopes of a token, by the place of each that is at fault.</summary>
    /// <remarks>What follows the first that is too many is not looked at, so the faults are few, however many texts there are.</remarks>
    public static IEnumerable<(int Index, TokenScopesFault Fault)> FindFaults(IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, scope) in scopes.Take(MaxCount).Index())
        {
            if (!IsValid(scope))
            {
                yield return (index, TokenScopesFault.Malformed);
            }
            else if (!seen.Add(scope))
            {
                yield return (index, TokenScopesFault.Repeated);
            }
        }

        if (scopes.Count > MaxCount)
        {
            yield return (MaxCount, TokenScopesFault.TooMany);
        }
    }

    /// <summary>Scopes that the database holds.</summary>
    /// <param name="text">The scopes with a space between two; <see langword="null"/> for an unrestricted token.</param>
    public static TokenScopes? FromStored(string? text) =>
        text is null ? null : new TokenScopes(text.Split(Separator, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a text has the form of a scope.</summary>
    public static bool IsValid(string scope) => Form().IsMatch(scope);

    public bool Contains(string scope) => _scopes.Contains(scope, StringComparer.Ordinal);

    /// <summary>Whether they have a scope, or another that includes it.</summary>
    public bool Include(string scope) => Contains(scope) || (scope == ApiRead && AllowReading);

    /// <summary>Whether requests that only read are allowed.</summary>
    public bool AllowReading => Contains(ApiRead) || AllowWriting;

    /// <summary>Whether all requests are allowed.</summary>
    public bool AllowWriting => Contains(ApiWrite);

    public IEnumerator<string> GetEnumerator() => _scopes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(TokenScopes? other) => other is not null && _scopes.AsSpan().SequenceEqual(other._scopes);

    public override bool Equals(object? obj) => Equals(obj as TokenScopes);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The scopes with a space between two, as OAuth 2.0 writes them (RFC 6749, section 3.3).</summary>
    public override string ToString() => string.Join(Separator, _scopes);

    [GeneratedRegex($@"\A{Scope}\z")]
    private static partial Regex Form();
}
