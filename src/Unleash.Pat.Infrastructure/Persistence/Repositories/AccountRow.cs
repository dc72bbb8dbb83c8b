using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The columns of <c>users</c> that say who is asking.</summary>
internal abstract class AccountRow
{
    /// <summary>What to select; the table goes by the name <c>account</c>.</summary>
    public const string Columns = $"""
        account.id AS {nameof(UserId)}, account.username AS {nameof(Username)}, account.email AS {nameof(Email)},
        account.root_role AS {nameof(RootRoleId)}
        """;

    public long UserId { get; init; }

    public string? Username { get; init; }

    public string? Email { get; init; }

    public int RootRoleId { get; init; }

    public Caller ToAccount() =>
        new(UserId, User.NameForAudit(UserId, Username, Email), RootRole.FromId(RootRoleId));
}
