using System.Buffers;
using Microsoft.AspNetCore.Authorization;

namespace Unleash.Pat.AspNetCore;

/// <summary>Requires that a personal access token has all of these scopes, or is unrestricted.</summary>
public sealed class PatScopeRequirement : IAuthorizationRequirement
{
    // RFC 6749, section 3.3. Others could not be named in the answer.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(character => character is not ('"' or '\\'))));

    /// <summary>Creates the requirement.</summary>
    /// <param name="scopes">At least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is no scope.</exception>
    public PatScopeRequirement(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0)
        {
            throw new ArgumentException("Name at least one scope.", nameof(scopes));
        }

        foreach (var scope in scopes)
        {
            ArgumentException.ThrowIfNullOrEmpty(scope, nameof(scopes));
            if (scope.AsSpan().ContainsAnyExcept(Allowed))
            {
                throw new ArgumentException($"\"{scope}\" is no scope: it has a character that a scope cannot have.", nameof(scopes));
            }
        }

        Scopes = Array.AsReadOnly([.. scopes]);
    }

    /// <summary>The scopes, all of which are required.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>For logs.</summary>
    /// <returns>The requirement in words.</returns>
    public override string ToString() => $"The token must be unrestricted or have: {string.Join(", ", Scopes)}";
}
