using System.Globalization;
using System.Text;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Importing;

/// <summary>The rules by which tokens of a source become tokens.</summary>
internal static class TokenMapping
{
    public const string UnknownForm = "Its secret is stored in a form that cannot be verified here.";

    /// <param name="token">A token with a credential.</param>
    /// <param name="held">The descriptions of the account, to which this one is added.</param>
    /// <param name="changes">To which is added what is not as it was.</param>
    public static NewPat Map(
        SourceToken token, SourceCredential credential, HashSet<string> held, DateTimeOffset now, List<string> changes)
    {
        return new NewPat(
            UserId: 0,
            DescriptionOf(token, credential, held, changes),
            credential.Selector,
            credential.Verifier,
            UtcMilliseconds.Truncate(token.CreatedAt ?? now),
            UtcMilliseconds.Truncate(token.ExpiresAt))
        {
            Scopes = token.Scopes,
            SeenAt = token.SeenAt is { } seen ? UtcMilliseconds.Truncate(seen) : null,
        };
    }

    private static TokenDescription DescriptionOf(
        SourceToken token, SourceCredential credential, HashSet<string> held, List<string> changes)
    {
        var text = token.Description?.Replace("\0", "", StringComparison.Ordinal) ?? "";
        var wanted = TokenDescription.FindFault(text) switch
        {
            TokenDescriptionFault.Blank => TokenDescription.Default(credential.Selector).Value,
            TokenDescriptionFault.TooLong => Cut(text, TokenDescription.MaxLength),
            _ => text,
        };
        var unique = wanted;
        for (var number = 2; !held.Add(unique); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            unique = Cut(wanted, TokenDescription.MaxLength - suffix.Length) + suffix;
        }

        // A token without a description gets the same here as a new one does, which nobody need be told of each.
        if (unique != (token.Description ?? wanted))
        {
            changes.Add($"The description is now: {unique}");
        }

        return TokenDescription.Create(unique);
    }

    private static string Cut(string text, int characters)
    {
        var cut = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Take(characters))
        {
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
