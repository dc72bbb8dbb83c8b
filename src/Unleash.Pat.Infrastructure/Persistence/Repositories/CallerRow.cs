using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>The columns of <c>users</c> that a caller consists of.</summary>
internal abstract class CallerRow
{
    /// <summary>The columns to select from the table <c>account</c>.</summary>
    public const string Columns = $"""
        account.id AS {nameof(UserId)}, account.username AS {nameof(Username)}, account.email AS {nameof(Email)},
        account.root_role AS {nameof(RootRoleId)}
        """;

    public long UserId { get; init; }

    public string? Username { get; init; }

    public string? Email { get; init; }

    public int RootRoleId { get; init; }

    public Caller ToCaller() =>
        new(UserId, User.NameForAudit(UserId, Username, Email), RootRole.FromId(RootRoleId));
}
