using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Ends a session that the caller's browser holds; the event names the account of that session.</summary>
[RequiresAccount]
public sealed record SignOutCommand(LiveSession Session) : IRequest;

internal sealed class SignOutCommandHandler(SessionEnder ender) : IRequestHandler<SignOutCommand>
{
    public async Task<Unit> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        await ender.EndAsync(request.Session, cancellationToken);
        return Unit.Value;
    }
}
