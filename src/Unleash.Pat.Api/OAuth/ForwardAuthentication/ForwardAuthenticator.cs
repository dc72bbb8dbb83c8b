using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Http.Addresses;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.OAuth.ForwardAuthentication;

/// <summary>Verifies the token of a request that a proxy is about to pass on (docs/api.md, section 7.3).</summary>
/// <remarks>
/// A proxy asks for each of its requests, so a token that this node remembers is accepted first of all, without the rest of
/// the pipeline. Everything else, every refusal included, goes all the way and is answered by the endpoint.
/// </remarks>
internal sealed class ForwardAuthenticator(
    TokenAuthenticator tokens,
    CredentialVerifier credentials,
    ServiceReadiness readiness,
    PublicAddress address,
    IOptions<PatOptions> pats)
{
    public const string Path = "/auth/verify";

    private readonly string _path = address.BasePath.Value + Path;

    /// <summary>Answers where the token is remembered and accepted.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (!path.StartsWith(_path, StringComparison.Ordinal)
            || (path.Length > _path.Length && path[_path.Length] != '/')
            || !readiness.IsReady)
        {
            return next(context);
        }

        var verdict = VerifyAsync(context);
        if (!verdict.IsCompletedSuccessfully)
        {
            context.Features.Set(new PendingVerdict(verdict.AsTask()));
            return next(context);
        }

        var known = verdict.Result;
        if (FindRefusal(context, known, path.AsSpan(_path.Length)) is null)
        {
            Accept(context, known);

            // No endpoint was chosen that the metrics could take it from.
            context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("http.route", Path));
            return Task.CompletedTask;
        }

        context.Features.Set(new PendingVerdict(Task.FromResult(known)));
        return next(context);
    }

    /// <summary>Answers every request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var verdict = context.Features.Get<PendingVerdict>() is { } pending ? await pending.Verdict : await VerifyAsync(context);
        if (FindRefusal(context, verdict, context.Request.Path.Value.AsSpan(Path.Length)) is { } error)
        {
            if (error == Errors.NotAuthenticated && AuthorizationHeader.Read(context.Request) is not null)
            {
                credentials.CountRefused(verdict.Refusal, context);
            }

            throw new RefusedException(error);
        }

        Accept(context, verdict);
    }

    private ValueTask<TokenVerdict> VerifyAsync(HttpContext context)
    {
        // Threat: an admin token belongs to no account. Behind a proxy that accepted one, its holder would be nobody with all
        // rights.
        if (AuthorizationHeader.Read(context.Request) is not { } credential || ConfiguredAdminTokens.HasForm(credential.Span))
        {
            return ValueTask.FromResult(new TokenVerdict(null, TokenRefusal.Unknown));
        }

        try
        {
            // The connection is the proxy's, and nothing of the original request but this header is read.
            return tokens.AuthenticateAsync(credential, from: null, context.RequestAborted);
        }
#pragma warning disable CA1031 // The endpoint throws it again, where the pipeline answers exceptions.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ValueTask.FromException<TokenVerdict>(exception);
        }
    }

    // Envoy appends the path and the query of the original request to the address. They are nobody's requirement, but a slash
    // after this address is more likely a slip in a proxy's configuration, whose requirement must hold.
    private static ServiceError? FindRefusal(HttpContext context, TokenVerdict verdict, ReadOnlySpan<char> rest)
    {
        if (verdict is not { Caller: not null, Presented: { Owner: not null } token })
        {
            return Errors.NotAuthenticated;
        }

        var query = context.Request.QueryString.Value;
        return string.IsNullOrEmpty(query) || IsOriginalPath(rest) ? null : TokenRequirement.Of(query, isWhole: rest.IsEmpty).FindUnmet(token);
    }

    private static bool IsOriginalPath(ReadOnlySpan<char> rest) =>
        !rest.ToString().Replace("%2F", "", StringComparison.OrdinalIgnoreCase).AsSpan().Trim("/;.").IsEmpty;

    private void Accept(HttpContext context, TokenVerdict verdict) =>
        TokenHeaders.Of(verdict.Presented!, verdict.Presented!.Owner!, pats.Value).WriteTo(context.Response);

    private sealed record PendingVerdict(Task<TokenVerdict> Verdict);
}
