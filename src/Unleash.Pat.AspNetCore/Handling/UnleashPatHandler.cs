using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Unleash.Pat.AspNetCore.Handling;

/// <summary>The authentication scheme: reads <c>Authorization</c>, and answers 401, 403 and 503.</summary>
internal sealed class UnleashPatHandler(IOptionsMonitor<UnleashPatOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<UnleashPatOptions>(options, loggers, encoder)
{
    private const string Challenge = "Bearer";
    private const string InvalidToken = "Bearer error=\"invalid_token\"";

    // Texts of another form may be another scheme's.
    private static readonly Task<AuthenticateResult> NoResult = Task.FromResult(AuthenticateResult.NoResult());
    private static readonly AuthenticateResult Inactive = AuthenticateResult.Fail("The personal access token is not valid.");

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = BearerToken.Read(Request.Headers.Authorization);
        if (token.IsEmpty)
        {
            return NoResult;
        }

        var verification = Context.RequestServices.GetRequiredKeyedService<UnleashPatVerifier>(Scheme.Name)
            .VerifyAsync(token, Context.RequestAborted);
        return verification.IsCompletedSuccessfully ? Task.FromResult(Answer(verification.Result)) : AnswerAsync(verification);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync().ConfigureAwait(false);
        if (result.Failure is UnverifiedException unverified)
        {
            Unavailable(unverified.RetryAfter);
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, result.Failure is null ? Challenge : InvalidToken);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Context.Features.Get<MissingScopes>() is { } missing)
        {
            Response.Headers.Append(HeaderNames.WWWAuthenticate, $"Bearer error=\"insufficient_scope\", scope=\"{missing.Scopes}\"");
        }

        return Task.CompletedTask;
    }

    private AuthenticateResult Answer(UnleashPatResult result) => result.Status switch
    {
        UnleashPatStatus.Active => Success(result.Token!),
        UnleashPatStatus.Inactive => Inactive,
        UnleashPatStatus.Unreachable => AuthenticateResult.Fail(new UnverifiedException(result.RetryAfter)),
        _ => AuthenticateResult.NoResult(),
    };

    private async Task<AuthenticateResult> AnswerAsync(ValueTask<UnleashPatResult> verification) =>
        Answer(await verification.ConfigureAwait(false));

    private AuthenticateResult Success(UnleashPatToken token) => AuthenticateResult.Success(
        new AuthenticationTicket(token.CreatePrincipal(Scheme.Name, Options.NameClaimType), Scheme.Name));

    // A client that is told 401 throws its token away. Where other schemes are challenged too, they would say so.
    private void Unavailable(TimeSpan retryAfter)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        Response.OnStarting(
            static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode == StatusCodes.Status401Unauthorized)
                {
                    response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    response.Headers.Remove(HeaderNames.WWWAuthenticate);
                }

                return Task.CompletedTask;
            },
            Response);
    }
}
