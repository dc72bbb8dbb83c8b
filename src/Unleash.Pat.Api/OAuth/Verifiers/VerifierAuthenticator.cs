using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth.Verifiers;

/// <summary>Finds out which service account or admin token verifies the tokens of others.</summary>
internal sealed class VerifierAuthenticator(CredentialVerifier credentials)
{
    /// <returns>The verifier, or <see langword="null"/>.</returns>
    /// <exception cref="RefusedException">The token belongs to a user.</exception>
    public async Task<Verifier?> FindAsync(VerifierCredentials offered, HttpContext context)
    {
        var refusal = TokenRefusal.Malformed;
        foreach (var secret in offered.Secrets)
        {
            var verdict = await credentials.VerifyAsync(
                secret.AsMemory(), context.Connection.RemoteIpAddress, context.RequestAborted);
            if (verdict.Caller is { } caller)
            {
                var owner = verdict.Presented?.Owner;
                if (owner is null || offered.Names is not { } names || names.Any(name => IsNameOf(name, owner)))
                {
                    return new Verifier(caller, owner, secret);
                }

                refusal = TokenRefusal.Unknown;
                break;
            }

            refusal = verdict.Refusal;
        }

        credentials.CountRefused(refusal, context);
        return null;
    }

    /// <summary>Whether a verifier that was found before is still one.</summary>
    public async ValueTask<bool> IsAcceptedAsync(Verifier verifier, CancellationToken cancellationToken) =>
        (await credentials.VerifyAsync(verifier.Secret.AsMemory(), from: null, cancellationToken)).Caller is not null;

    /// <summary>Whether a name that a client sent is that of the account, compared as in signing in.</summary>
    public static bool IsNameOf(string name, TokenOwner owner) => new[] { owner.Username, owner.Email }.OfType<string>()
        .Any(own => AccountName.Key(own) == AccountName.Key(name));
}

/// <summary>A caller that verifies the tokens of others.</summary>
/// <param name="caller">The caller.</param>
/// <param name="owner">The account of its token; <see langword="null"/> for an admin token.</param>
/// <param name="secret">Its token.</param>
internal sealed class Verifier(Caller caller, TokenOwner? owner, string secret)
{
    public Caller Caller => caller;

    public TokenOwner? Owner => owner;

    public string Secret => secret;
}
