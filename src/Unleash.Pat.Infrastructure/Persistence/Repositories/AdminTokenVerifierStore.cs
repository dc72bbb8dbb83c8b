using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class AdminTokenVerifierStore(Database database) : ITokenVerifierStore
{
    private const string SelectBySelector = $"""
        SELECT token.id AS {nameof(TokenRow.Id)}, token.name AS {nameof(TokenRow.Name)},
            token.verifier AS {nameof(TokenRow.Verifier)}, token.expires_at AS {nameof(TokenRow.ExpiresAt)},
            token.created_by_user_id AS {nameof(TokenRow.CreatorId)}, creator.root_role AS {nameof(TokenRow.CreatorRoleId)},
            creator.enabled AS {nameof(TokenRow.CreatorEnabled)}
        FROM admin_tokens AS token LEFT JOIN users AS creator ON creator.id = token.created_by_user_id
        WHERE token.selector = @Selector
        """;

    public async Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        var row = await database.FindBySelectorAsync<TokenRow>(SelectBySelector, selector, cancellationToken);
        return row?.ToToken();
    }

    public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) =>
        database.WriteLastUsedAsync("admin_tokens", uses, cancellationToken);

    private sealed class TokenRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public byte[] Verifier { get; init; } = [];

        public DateTimeOffset ExpiresAt { get; init; }

        public long? CreatorId { get; init; }

        public int? CreatorRoleId { get; init; }

        public int? CreatorEnabled { get; init; }

        public StoredToken ToToken() =>
            new(Id, Verifier, ExpiresAt, Caller.OfAdminToken(Name, new AuthenticatingToken(Id, ExpiresAt, CreatorId)))
            {
                IsSuspended = CreatorId is not null && (CreatorRoleId != RootRole.Admin.Id || CreatorEnabled == 0),
            };
    }
}
