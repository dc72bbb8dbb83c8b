using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.OAuth;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.OAuth;

/// <summary>Tokens for other services, in the words of OAuth 2.0 (docs/api.md, section 7).</summary>
[ApiController]
[Tags(ApiTags.OAuth)]
public sealed class OAuthController(IMediator mediator, IOptions<PatOptions> pats) : ControllerBase
{
    private static readonly string[] IntrospectionMethods = ["client_secret_basic", "client_secret_post", "Bearer"];
    private static readonly string[] RevocationMethods = ["none"];

    /// <summary>Verify a token for another service (RFC 7662).</summary>
    /// <remarks>
    /// The service that asks authenticates as a service account of its own, by HTTP Basic or in the form, or with an admin
    /// token. A token that is not accepted, for whatever reason, is `{"active":false}`, and so is an admin token.
    /// </remarks>
    /// <param name="body">The token.</param>
    /// <returns>What the token is.</returns>
    [HttpPost("oauth2/introspect")]
    [Sends<IntrospectTokenQuery>]
    [AuthenticatesBy(UnleashSchemes.Verifier)]
    [OnlyReads]
    [Refuses(nameof(Errors.SeveralCredentials))]
    public async Task<IntrospectionSchema> IntrospectToken(IntrospectTokenRequest body, CancellationToken cancellationToken) =>
        (await mediator.Send(new IntrospectTokenQuery(body.Token), cancellationToken)).Token.ToSchema(Issuer.Of(Request), pats.Value);

    /// <summary>Revoke the token that is presented (RFC 7009).</summary>
    /// <remarks>
    /// Holding the token is enough: no other credentials are needed. The answer is the same for a token that is unknown,
    /// expired or malformed.
    /// </remarks>
    /// <param name="body">The token.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("oauth2/revoke")]
    [AllowAnonymous]
    [Sends<RevokePresentedTokenCommand>]
    [AuthenticatesBy(UnleashSchemes.None)]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [EnableRateLimiting(AddressRateLimit.Revocation)]
    public async Task<IActionResult> RevokeToken(RevokeTokenRequest body, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokePresentedTokenCommand(body.Token), cancellationToken);
        return Ok();
    }

    /// <summary>Get what this service offers to OAuth libraries (RFC 8414).</summary>
    /// <remarks>The same is at `/.well-known/openid-configuration`, where some libraries look.</remarks>
    /// <returns>The addresses.</returns>
    [HttpGet(".well-known/oauth-authorization-server")]
    [AllowAnonymous]
    [NoPermissionRequired("It is the same for everyone, and says nothing of any account.")]
    [AuthenticatesBy(UnleashSchemes.None)]
    public AuthorizationServerSchema GetAuthorizationServer()
    {
        var issuer = Issuer.Of(Request);
        return new AuthorizationServerSchema
        {
            Issuer = issuer,
            IntrospectionEndpoint = $"{issuer}/oauth2/introspect",
            IntrospectionEndpointAuthMethods = IntrospectionMethods,
            RevocationEndpoint = $"{issuer}/oauth2/revoke",
            RevocationEndpointAuthMethods = RevocationMethods,
            Scopes = [TokenScopes.ApiRead, TokenScopes.ApiWrite, .. pats.Value.Scopes.Keys],
            ServiceDocumentation = $"{issuer}/docs/openapi",
        };
    }

    /// <summary>Get what this service offers to OAuth libraries, at the address of OpenID Connect Discovery.</summary>
    /// <remarks>The same as `/.well-known/oauth-authorization-server`. This service signs nobody in to others.</remarks>
    /// <returns>The addresses.</returns>
    [HttpGet(".well-known/openid-configuration")]
    [AllowAnonymous]
    [NoPermissionRequired("It is the same for everyone, and says nothing of any account.")]
    [AuthenticatesBy(UnleashSchemes.None)]
    public AuthorizationServerSchema GetOpenIdConfiguration() => GetAuthorizationServer();
}
