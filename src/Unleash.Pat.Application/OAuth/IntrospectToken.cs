using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.OAuth;

/// <summary>Tells another service what a token is (docs/api.md, section 7.1).</summary>
[NoPermissionRequired("Only verifiers reach it: the scheme of its endpoint refuses everyone else, and verifiers have no permission of Unleash's.")]
public sealed record IntrospectTokenQuery(PresentedSecret Token) : IRequest<IntrospectedToken>;

/// <summary>What a token is.</summary>
/// <param name="Token">The token; <see langword="null"/> where it is not accepted.</param>
public sealed record IntrospectedToken(StoredToken? Token);

internal sealed class IntrospectTokenQueryHandler(TokenAuthenticator tokens)
    : IRequestHandler<IntrospectTokenQuery, IntrospectedToken>
{
    public async Task<IntrospectedToken> Handle(IntrospectTokenQuery request, CancellationToken cancellationToken)
    {
        var credential = request.Token.Reveal();

        // Threat: an admin token belongs to no account. A service that accepted one would act for nobody with all rights.
        if (ConfiguredAdminTokens.HasForm(credential.Span))
        {
            return new IntrospectedToken(null);
        }

        var verdict = await tokens.AuthenticateAsync(credential, from: null, cancellationToken);
        return new IntrospectedToken(verdict.Caller is null ? null : verdict.Presented);
    }
}
