using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Lists the admin tokens that the caller may see: all of them, or for those who are not administrators none.</summary>
/// <remarks>Unleash's admin UI asks for every user, on whose pages a refusal would be an error.</remarks>
[NoPermissionRequired("The handler shows none to those who are not administrators.")]
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
    IAdminTokenRepository tokens, ConfiguredAdminTokens configured, ConfiguredTokenUses uses, ICurrentUser current)
    : IRequestHandler<GetAdminTokensQuery, AdminTokenList>
{
    public async Task<AdminTokenList> Handle(GetAdminTokensQuery request, CancellationToken cancellationToken)
    {
        if (!current.Required.Role.Grants(Permission.Admin))
        {
            return new([], []);
        }

        var seen = await uses.GetAsync(cancellationToken);
        return new(
            await tokens.GetAllAsync(cancellationToken),
            [.. configured.Names.Zip(seen, (name, seenAt) => new ConfiguredAdminToken(name, seenAt))]);
    }
}
