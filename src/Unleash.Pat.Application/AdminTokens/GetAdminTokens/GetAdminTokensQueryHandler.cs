using MediatR;

namespace Unleash.Pat.Application.AdminTokens.GetAdminTokens;

internal sealed class GetAdminTokensQueryHandler(
    IAdminTokenRepository tokens, ConfiguredAdminTokens configured, IConfiguredTokenUses uses)
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
