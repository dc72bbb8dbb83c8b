using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Gets the head of the event log's chain, to keep it where nobody who can write the database can change it.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventHeadQuery : IRequest<ChainHead>;

internal sealed class GetEventHeadQueryHandler(IEventChainRepository chain, TimeProvider time) : IRequestHandler<GetEventHeadQuery, ChainHead>
{
    public async Task<ChainHead> Handle(GetEventHeadQuery request, CancellationToken cancellationToken) =>
        await chain.GetStateAsync(cancellationToken) is { } state
            ? new ChainHead(state.HeadId, state.HeadHash, time.GetUtcNow())
            : throw new Hosting.StartupException(LogFindings.NoState);
}
