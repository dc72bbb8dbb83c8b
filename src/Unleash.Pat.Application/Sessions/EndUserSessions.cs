using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends one of a person's sessions, or all of them.</summary>
/// <param name="UserId">The account.</param>
/// <param name="SessionId">Which; <see langword="null"/> for all.</param>
[RequiresPermission(Permission.Admin)]
public sealed record EndUserSessionsCommand(long UserId, long? SessionId) : IRequest;

internal sealed class EndUserSessionsCommandHandler(IUserRepository users, SessionEnder ender)
    : IRequestHandler<EndUserSessionsCommand>
{
    public async Task<Unit> Handle(EndUserSessionsCommand request, CancellationToken cancellationToken)
    {
        var user = await users.RequirePersonAsync(request.UserId, cancellationToken);
        await ender.EndAsync(user.Id, request.SessionId, cancellationToken);
        return Unit.Value;
    }
}
