using MediatR;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends one of the caller's own sessions, or all of them, the one that asks included.</summary>
/// <param name="SessionId">Which; <see langword="null"/> for all.</param>
[RequiresAccount]
public sealed record EndOwnSessionsCommand(long? SessionId) : IRequest;

internal sealed class EndOwnSessionsCommandHandler(SessionEnder ender, ICurrentUser current)
    : IRequestHandler<EndOwnSessionsCommand>
{
    public async Task<Unit> Handle(EndOwnSessionsCommand request, CancellationToken cancellationToken)
    {
        await ender.EndAsync(current.RequiredUserId, request.SessionId, cancellationToken);
        return Unit.Value;
    }
}
