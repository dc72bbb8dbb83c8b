using MediatR;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Records a sign-in by the identity provider that failed before it was known who signs in.</summary>
/// <param name="Reason">One of <see cref="ProviderSignInFailure"/>.</param>
[NoPermissionRequired("A sign-in has no caller yet.")]
public sealed record RecordProviderRefusalCommand(string Reason) : IRequest;

internal sealed class RecordProviderRefusalCommandHandler(ProviderRefusals refusals) : IRequestHandler<RecordProviderRefusalCommand>
{
    public async Task<Unit> Handle(RecordProviderRefusalCommand request, CancellationToken cancellationToken)
    {
        await refusals.RecordAsync(user: null, subject: null, request.Reason, cancellationToken);
        return Unit.Value;
    }
}
