using MediatR;

namespace Unleash.Pat.Application.Instance.CheckReadiness;

internal sealed class CheckReadinessQueryHandler(IDatabaseProbe database) : IRequestHandler<CheckReadinessQuery>
{
    public async Task<Unit> Handle(CheckReadinessQuery request, CancellationToken cancellationToken)
    {
        await database.RequireReadyAsync(cancellationToken);
        return Unit.Value;
    }
}
