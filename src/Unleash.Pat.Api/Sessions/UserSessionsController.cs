using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Sessions;

/// <summary>Live sessions: your own, and for administrators those of any user.</summary>
[ApiController]
[Tags(ApiTags.Users)]
public sealed class UserSessionsController(
    IMediator mediator, IMapper mapper, ICurrentUser current, SessionCookie cookie) : ControllerBase
{
    private const string Own = "api/admin/user/sessions";
    private const string OfUser = "api/admin/user-admin/{id}/sessions";

    /// <summary>Get your sessions.</summary>
    /// <remarks>Returns your live sessions.</remarks>
    /// <returns>The sessions, by id.</returns>
    [HttpGet(Own)]
    [Sends<GetOwnSessionsQuery>]
    public async Task<SessionsSchema> GetMySessions(CancellationToken cancellationToken) =>
        Shown(await mediator.Send(new GetOwnSessionsQuery(), cancellationToken));

    /// <summary>End all your sessions, including the current one.</summary>
    /// <remarks>Ends all your sessions, including the current one.</remarks>
    /// <returns>Nothing.</returns>
    [HttpDelete(Own)]
    [Sends<EndOwnSessionsCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public Task<IActionResult> EndMySessions(CancellationToken cancellationToken) => EndOwnAsync(null, cancellationToken);

    /// <summary>End one of your sessions.</summary>
    /// <remarks>Ends one of your sessions.</remarks>
    /// <param name="sessionId">The session.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete(Own + "/{sessionId}")]
    [Sends<EndOwnSessionsCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.SessionNotFound))]
    public Task<IActionResult> EndMySession(
        [IntegerParameter(InPath = true)] long sessionId, CancellationToken cancellationToken) =>
        EndOwnAsync(sessionId, cancellationToken);

    /// <summary>Get a user's sessions.</summary>
    /// <remarks>Returns a user's live sessions.</remarks>
    /// <param name="id">The user.</param>
    /// <returns>The sessions, by id.</returns>
    [HttpGet(OfUser)]
    [Sends<GetUserSessionsQuery>]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<SessionsSchema> GetUserSessions(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        Shown(await mediator.Send(new GetUserSessionsQuery(id), cancellationToken));

    /// <summary>End all of a user's sessions.</summary>
    /// <remarks>Ends all of a user's sessions.</remarks>
    /// <param name="id">The user.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete(OfUser)]
    [Sends<EndUserSessionsCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<IActionResult> EndUserSessions(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndUserSessionsCommand(id, null), cancellationToken);
        return Ok();
    }

    /// <summary>End one of a user's sessions.</summary>
    /// <remarks>Ends one of a user's sessions.</remarks>
    /// <param name="id">The user.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete(OfUser + "/{sessionId}")]
    [Sends<EndUserSessionsCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.UserNotFound))]
    [Refuses(nameof(Errors.SessionNotFound))]
    public async Task<IActionResult> EndUserSession(
        [IntegerParameter(InPath = true)] long id,
        [IntegerParameter(InPath = true)] long sessionId,
        CancellationToken cancellationToken)
    {
        await mediator.Send(new EndUserSessionsCommand(id, sessionId), cancellationToken);
        return Ok();
    }

    private async Task<IActionResult> EndOwnAsync(long? sessionId, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndOwnSessionsCommand(sessionId), cancellationToken);
        if (current.SessionId is { } asking && (sessionId is null || sessionId == asking))
        {
            cookie.Clear(HttpContext);
        }

        return Ok();
    }

    private SessionsSchema Shown(IReadOnlyList<SessionRecord> sessions) => new(
        [.. mapper.Map<IEnumerable<SessionSchema>>(sessions)
            .Select(session => session with { Current = session.Id == current.SessionId })]);
}
