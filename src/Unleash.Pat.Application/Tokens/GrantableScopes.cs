using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The scopes that the caller can give to a token: those of its own token, or all (docs/api.md, section 1.6).</summary>
/// <remarks>
/// Threat: a token that leaked and may do little could make itself one that may do more. The scopes of a token never change,
/// so what any node remembers of the caller's own is what the database has.
/// </remarks>
internal sealed class GrantableScopes(ICurrentUser current)
{
    /// <summary>The scopes of a token that is created now.</summary>
    /// <param name="requested">Valid scopes; <see langword="null"/> for all that the account may do.</param>
    /// <exception cref="RefusedException">The caller's own token lacks one of them.</exception>
    public TokenScopes? Choose(IReadOnlyList<string>? requested)
    {
        var scopes = requested is null ? null : TokenScopes.Create(requested);
        Require(scopes);
        return scopes;
    }

    /// <summary>Refuses to issue a secret to a token that may do more than the caller's own.</summary>
    /// <param name="scopes">What that token may do; <see langword="null"/> for all that its account may.</param>
    /// <exception cref="RefusedException">The caller's own token lacks one of them.</exception>
    public void Require(TokenScopes? scopes)
    {
        if (current.Token?.Scopes is not { } own)
        {
            return;
        }

        if (scopes is null)
        {
            throw new RefusedException(Errors.UnrestrictedNotHeld);
        }

        if (scopes.FirstOrDefault(scope => !own.Include(scope)) is { } missing)
        {
            throw new RefusedException(Errors.ScopeNotHeld(missing));
        }
    }

    /// <summary>Refuses an admin token, which may do everything, to a caller whose own token has scopes.</summary>
    /// <exception cref="RefusedException">It has some.</exception>
    public void RequireAll()
    {
        if (current.Token is { Scopes: not null })
        {
            throw new RefusedException(Errors.AdminTokenByTokenWithScopes);
        }
    }
}
