using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Lists all admin tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetAdminTokensQuery : IRequest<AdminTokenList>;

/// <summary>All admin tokens.</summary>
/// <param name="Created">The tokens that administrators created, by id.</param>
/// <param name="Configured">The tokens of the configuration, in its order.</param>
public sealed record AdminTokenList(IReadOnlyList<AdminToken> Created, IReadOnlyList<ConfiguredAdminToken> Configured);

/// <summary>An admin token of the configuration.</summary>
/// <param name="Name">How the event log names it.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
public sealed record ConfiguredAdminToken(string Name, DateTimeOffset? SeenAt);

internal sealed class GetAdminTokensQueryHandler(
    IAdminTokenRepository tokens, ConfiguredAdminTokens configured, ConfiguredTokenUses uses)
    : IRequestHandler<GetAdminTokensQuery, AdminTokenList>
{
    public async Task<AdminTokenList> Handle(GetAdminTokensQuery request, CancellationToken cancellationToken)
    {
        var seen = await uses.GetAsync(cancellationToken);
        return new(
            await tokens.GetAllAsync(cancellationToken),
            [.. configured.Names.Zip(seen, (name, seenAt) => new ConfiguredAdminToken(name, seenAt))]);
    }
}
