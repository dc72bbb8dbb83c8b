using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Sessions.DemoLogin;
using Unleash.Pat.Application.Sessions.Login;
using Unleash.Pat.Application.Sessions.Logout;

namespace Unleash.Pat.Api.Controllers;

/// <summary>Signing in and out (contract section 3).</summary>
[ApiController]
[AllowAnonymous]
public sealed class SessionsController(IMediator mediator, IMapper mapper, SessionCookie cookie) : ControllerBase
{
    /// <summary>Sign in with a password.</summary>
    /// <param name="body">Name and password.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account, and a cookie.</returns>
    [HttpPost("auth/simple/login")]
    [EnableRateLimiting(LoginRateLimit.Policy)]
    public async Task<SignedInSchema> Login(LoginRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return SignIn(await mediator.Send(new LoginCommand(body.Username, body.Password), cancellationToken));
    }

    /// <summary>Sign in with an e-mail address alone.</summary>
    /// <param name="body">The address.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account, and a cookie.</returns>
    [HttpPost("auth/demo/login")]
    [EnableRateLimiting(LoginRateLimit.Policy)]
    [DemoOnly]
    public async Task<SignedInSchema> DemoLogin(DemoLoginRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return SignIn(await mediator.Send(new DemoLoginCommand(body.Email), cancellationToken));
    }

    /// <summary>Sign out.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>A redirect to the start page.</returns>
    [HttpPost("logout")]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        if (User.Identity is AccountIdentity { SessionId: { } session })
        {
            await mediator.Send(new LogoutCommand(session), cancellationToken);
        }

        SessionCookie.Clear(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        return Redirect($"{Request.PathBase}/");
    }

    private SignedInSchema SignIn(SignedIn signedIn)
    {
        cookie.Write(HttpContext, signedIn.Key);
        return mapper.Map<SignedInSchema>(signedIn);
    }
}
