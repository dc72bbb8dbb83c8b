using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth;

internal static class IntrospectionMapping
{
    /// <summary>What other services are told of a token; of one that is not accepted, nothing but that.</summary>
    public static IntrospectionSchema ToSchema(this StoredToken? token, string issuer, PatOptions pats) =>
        token is { Owner: { } owner } ? ToSchema(token, owner, issuer, pats) : new IntrospectionSchema { Active = false };

    private static IntrospectionSchema ToSchema(StoredToken token, TokenOwner owner, string issuer, PatOptions pats) => new()
    {
        Active = true,
        TokenType = "Bearer",
        Subject = WireText.Of(owner.Id),
        Username = owner.Username ?? owner.Email,
        TokenId = WireText.Of(token.Id),
        IssuedAt = token.CreatedAt.ToUnixTimeSeconds(),
        ExpiresAt = token.EndsAt.ToUnixTimeSeconds(),
        Issuer = issuer,
        Scope = WireText.Of(pats.ScopesOf(token.Scopes)),
        Unrestricted = token.Scopes is null ? true : null,
        AccountType = owner.Type.ToName(),
        Name = owner.Name,
        Email = owner.Email,
        RootRole = token.Caller.Role.Name,
    };
}
