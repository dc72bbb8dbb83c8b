using MediatR;

namespace Unleash.Pat.Application.AdminTokens.GetAdminTokens;

internal sealed class GetAdminTokensQueryHandler(IAdminTokenRepository tokens, ConfiguredAdminTokens configured)
    : IRequestHandler<GetAdminTokensQuery, AdminTokenList>
{
    public async Task<AdminTokenList> Handle(GetAdminTokensQuery request, CancellationToken cancellationToken) =>
        new(await tokens.GetAllAsync(cancellationToken), [.. configured.Names]);
}
