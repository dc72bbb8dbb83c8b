using System.Globalization;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>The tokens of a CSV file. A line has a secret, or a selector and a verifier.</summary>
internal static class CsvTokens
{
    private static readonly string[] Columns = ["account", "description", "secret", "selector", "verifier", "scopes", "createdAt", "expiresAt", "seenAt"];

    /// <param name="names">The accounts by the keys of their names.</param>
    /// <returns>The tokens by account.</returns>
    public static ILookup<string, SourceToken> Read(string path, Dictionary<string, string> names, CsvFaults faults)
    {
        var selectors = new HashSet<string>(StringComparer.Ordinal);
        return CsvFile.Read(path, Columns, faults)
            .Select(line => (Account: AccountOf(line, names), Token: Token(line, selectors)))
            .ToLookup(token => token.Account, token => token.Token);
    }

    private static string AccountOf(CsvLine line, Dictionary<string, string> names)
    {
        if (line["account"] is { } account && names.TryGetValue(AccountName.Key(account), out var id))
        {
            return id;
        }

        line.Fault("account", "must be a username or an e-mail address of the accounts' file");
        return "";
    }

    private static SourceToken Token(CsvLine line, HashSet<string> selectors)
    {
        var expiresAt = line.Instant("expiresAt");
        if (line["expiresAt"] is null)
        {
            line.Fault("expiresAt", "must have a value");
        }

        var credential = CredentialOf(line);
        if (credential is not null && !selectors.Add(credential.Selector))
        {
            line.Fault(line["secret"] is null ? "selector" : "secret", "is that of another line");
        }

        return new(
            string.Create(CultureInfo.InvariantCulture, $"line {line.Number}"),
            line.Checked("description", text => TokenDescription.FindFault(text) is null, "is blank or longer than 255 characters"),
            line.Instant("createdAt"),
            expiresAt ?? DateTimeOffset.UnixEpoch)
        {
            Scopes = ScopesOf(line),
            SeenAt = line.Instant("seenAt"),
            Credential = credential,
        };
    }

    private static SourceCredential? CredentialOf(CsvLine line)
    {
        if (line["secret"] is { } secret)
        {
            if (line["selector"] is not null || line["verifier"] is not null)
            {
                line.Fault("secret", "must be empty where there is a selector or a verifier");
            }

            var found = SourceCredential.OfSecret(secret);
            if (found is null)
            {
                line.Fault("secret", "must be a token of Unleash, user:v2_… or user: and 56 hexadecimal digits");
            }

            return found;
        }

        var selector = line.Checked("selector", text => TokenSecret.IsSelector(text), "must be 22 characters of base64url");
        var verifier = line.Checked("verifier", IsVerifier, "must be the SHA-256 of the whole secret, as 64 hexadecimal digits");
        if (line["selector"] is null || line["verifier"] is null)
        {
            line.Fault("secret", "must have a value, or selector and verifier must");
        }

        return selector is null || verifier is null ? null : new(selector, Convert.FromHexString(verifier));
    }

    private static TokenScopes? ScopesOf(CsvLine line)
    {
        if (line["scopes"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not { } scopes)
        {
            return null;
        }

        if (!TokenScopes.FindFaults(scopes).Any())
        {
            return TokenScopes.Create(scopes);
        }

        line.Fault("scopes", string.Create(CultureInfo.InvariantCulture, $"must be different scopes with a space between two, at most {TokenScopes.MaxCount}"));
        return null;
    }

    private static bool IsVerifier(string text) =>
        text.Length == 2 * TokenSecret.VerifierLength && text.All(char.IsAsciiHexDigit);
}
