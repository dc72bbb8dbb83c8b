using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth.Verifiers;

/// <summary>Authenticates verifiers, by the header or by the form (docs/api.md, section 7.1).</summary>
internal sealed class VerifierHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    VerifierAuthenticator verifiers,
    ErrorWriter errors)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var ofHeader = VerifierCredentials.OfHeader(Request);
        var verifier = ofHeader is null ? null : await verifiers.FindAsync(ofHeader, Context);
        if (verifier is null && ofHeader is not null)
        {
            return Refused();
        }

        // After the header: a caller with wrong credentials learns nothing about the body.
        var form = FormBody.IsOf(Request) ? await FormBody.ReadAsync(Request, Context.RequestAborted) : null;
        var ofForm = form is null ? null : VerifierCredentials.OfForm(form);
        if (verifier is not null)
        {
            return ofForm is null ? Accept(verifier, form) : throw new RefusedException(Errors.SeveralCredentials);
        }

        if (ofForm is null)
        {
            return AuthenticateResult.NoResult();
        }

        return await verifiers.FindAsync(ofForm, Context) is { } found ? Accept(found, form) : Refused();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        errors.WriteAsync(Context, new RefusedException(Errors.VerifierNotAuthenticated));

    private AuthenticateResult Accept(Verifier verifier, FormBody? form)
    {
        if (verifier.Owner is { } owner
            && form is not null
            && VerifierCredentials.Find(form, VerifierCredentials.ClientId) is { } name
            && !VerifierAuthenticator.IsNameOf(name, owner))
        {
            return Refused();
        }

        if (verifier.Owner is { Type: AccountType.User })
        {
            // Threat: a user's token that leaks would let its finder test all others that they find.
            throw new RefusedException(Errors.VerifierRequired);
        }

        Context.Features.Set(verifier);
        return UnleashSchemes.Success(verifier.Caller, Scheme.Name);
    }

    private static AuthenticateResult Refused() => AuthenticateResult.Fail("The credentials are not valid.");
}
