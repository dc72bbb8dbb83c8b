using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The admin tokens of the configuration, <c>AdminTokens:0…</c> (docs/api.md, section 3).</summary>
public sealed partial class ConfiguredAdminTokens
{
    // As many as a created token's selector has; Unleash's *.*.<name> is a secret like any other.
    private const int FewestCharacters = 22;
    private const int FewestDifferent = 6;

    private readonly List<(byte[] Verifier, Caller Caller)> _tokens = [];

    /// <summary>Reads the section <c>AdminTokens</c>.</summary>
    /// <exception cref="StartupException">A token has neither of the two forms.</exception>
    public ConfiguredAdminTokens(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var token in configuration.GetSection("AdminTokens").GetChildren())
        {
            EnsureStrong(token);

            // Named by its place: in the form *.*.<name> the name is the secret.
            var name = string.Create(CultureInfo.InvariantCulture, $"admin token {_tokens.Count}");
            _tokens.Add((Hash(token.Value!), new Caller(null, name, RootRole.Admin)));
        }
    }

    /// <summary>How the event log names them, in the configuration's order.</summary>
    public IEnumerable<string> Names => _tokens.Select(token => token.Caller.AuditName);

    /// <summary>SHA-256 of each token, in the configuration's order; to be stored nowhere.</summary>
    public IEnumerable<byte[]> Verifiers => _tokens.Select(token => token.Verifier);

    /// <summary>Finds the token that a client sent, without its scheme, and its place in the configuration.</summary>
    /// <returns>The caller, or <see langword="null"/>.</returns>
    /// <remarks>Threat: a comparison that stops early reveals by its duration how much was right, so all are compared whole.</remarks>
    public Caller? Find(ReadOnlySpan<char> credential, out int place)
    {
        place = -1;
        if (_tokens.Count == 0 || !HasForm(credential))
        {
            return null;
        }

        var presented = Hash(credential);
        Caller? found = null;
        for (var at = 0; at < _tokens.Count; at++)
        {
            if (CryptographicOperations.FixedTimeEquals(presented, _tokens[at].Verifier))
            {
                (found, place) = (_tokens[at].Caller, at);
            }
        }

        return found;
    }

    /// <summary>Whether a credential can be an admin token of the configuration.</summary>
    public static bool HasForm(ReadOnlySpan<char> credential) => credential.StartsWith('*');

    // Threat: a guessed token administers everything, and guesses are counted but never slowed down.
    private static void EnsureStrong(IConfigurationSection token)
    {
        var form = Form().Match(token.Value ?? "");
        if (!form.Success)
        {
            throw new StartupException(
                $"{token.Path} must look like *:*.<random> or *.*.<name>, without spaces, in printable ASCII.");
        }

        var random = form.Groups["random"].Value;
        if (random.Length < FewestCharacters || random.Distinct().Count() < FewestDifferent)
        {
            throw new StartupException(string.Create(
                CultureInfo.InvariantCulture,
                $"{token.Path} must have at least {FewestCharacters} characters after its prefix, and {FewestDifferent} different ones."));
        }
    }

    private static byte[] Hash(ReadOnlySpan<char> credential) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(credential.ToArray()));

    [GeneratedRegex(@"^\*(:\*|\.\*)\.(?<random>[\x21-\x7e]+)\z")]
    private static partial Regex Form();
}
