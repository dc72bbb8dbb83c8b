using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Sessions;

/// <summary>Signing in and out (docs/api.md, section 3).</summary>
[ApiController]
[AllowAnonymous]
[Tags(ApiTags.Auth)]
public sealed class SessionsController(
    IMediator mediator, IMapper mapper, SessionCookie cookie, SentSessions sent, SessionEnd end) : ControllerBase
{
    private const string SessionBegins = "The session's cookie.";

    /// <summary>Log in.</summary>
    /// <remarks>Logs in the user and creates an active session.</remarks>
    /// <param name="body">Name and password.</param>
    /// <returns>The account, and a cookie.</returns>
    [HttpPost("auth/simple/login")]
    [Sends<SignInCommand>]
    [SendsHeader("set-cookie", SessionBegins)]
    [Refuses(nameof(Errors.WrongCredentials))]
    [Refuses(nameof(Errors.TooManyFailedSignIns))]
    [Refuses(nameof(Errors.TooManyPasswords))]
    [Refuses(nameof(Errors.PathNotFound))]
    [EnableRateLimiting(AddressRateLimit.SignIn)]
    [PasswordOnly]
    public async Task<SignedInSchema> Login(LoginRequest body, CancellationToken cancellationToken)
    {
        return SignIn(await mediator.Send(new SignInCommand(body.Username, body.Password), cancellationToken));
    }

    /// <summary>Log in with an e-mail address alone.</summary>
    /// <remarks>Creates the user at the first sign-in. Only where the service runs for demonstration.</remarks>
    /// <param name="body">The address.</param>
    /// <returns>The account, and a cookie.</returns>
    [HttpPost("auth/demo/login")]
    [Sends<DemoSignInCommand>]
    [SendsHeader("set-cookie", SessionBegins)]
    [Refuses(nameof(Errors.WrongCredentials))]
    [Refuses(nameof(Errors.PathNotFound))]
    [EnableRateLimiting(AddressRateLimit.SignIn)]
    [DemoOnly]
    public async Task<SignedInSchema> DemoLogin(DemoLoginRequest body, CancellationToken cancellationToken)
    {
        return SignIn(await mediator.Send(new DemoSignInCommand(body.Email), cancellationToken));
    }

    /// <summary>Log out.</summary>
    /// <remarks>Ends the session, if there is one.</remarks>
    /// <returns>A redirect to the page that says so.</returns>
    /// <response code="302">The session has ended.</response>
    [HttpPost("logout")]
    [Sends<SignOutCommand>]
    [ProducesResponseType(StatusCodes.Status302Found)]
    [SendsHeader("location", "The page that says so.")]
    [SendsHeader("set-cookie", "Deletes the session's cookie.")]
    [SendsHeader("clear-site-data", "Makes the browser delete its data of this host, where `Session:ClearSiteData` allows it.")]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        // Delete all session cookies, or the browser would use another one.
        var ended = new List<SessionKey>();
        await foreach (var session in sent.OpenAsync(Request, cancellationToken))
        {
            await mediator.Send(new SignOutCommand(session.Live), cancellationToken);
            ended.Add(session.Key);
        }

        end.Clear(HttpContext, ended);
        return Redirect($"{Request.PathBase}/signed-out");
    }

    private SignedInSchema SignIn(SignedIn signedIn)
    {
        cookie.Write(HttpContext, signedIn.Key);
        return mapper.Map<SignedInSchema>(signedIn);
    }
}
