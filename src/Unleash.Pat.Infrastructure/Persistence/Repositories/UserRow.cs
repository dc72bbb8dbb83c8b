using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>A row of <c>users</c>.</summary>
internal sealed class UserRow
{
    /// <summary>The columns to select from the table <c>account</c>.</summary>
    public const string Columns = $"""
        account.id AS {nameof(Id)}, account.account_type AS {nameof(AccountType)}, account.username AS {nameof(Username)},
        account.email AS {nameof(Email)}, account.name AS {nameof(Name)}, account.root_role AS {nameof(RootRoleId)},
        account.login_attempts AS {nameof(LoginAttempts)}, account.created_at AS {nameof(CreatedAt)},
        account.seen_at AS {nameof(SeenAt)}, account.password_hash AS {nameof(PasswordHash)},
        account.enabled AS {nameof(Enabled)}
        """;

    public long Id { get; init; }

    public string AccountType { get; init; } = "";

    public bool IsUser => AccountTypeName.Parse(AccountType) == Domain.Users.AccountType.User;

    public string? Username { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public int RootRoleId { get; init; }

    public int LoginAttempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public string? PasswordHash { get; init; }

    public int Enabled { get; init; }

    /// <summary>How well a typed name matches this account, the lower the better; <see langword="null"/> where it does not.</summary>
    /// <remarks>
    /// An e-mail address matches in any case, a username only in its own. Accounts of earlier versions can have names that
    /// are compared as equal now; each of them is still found by its name exactly as it is written.
    /// </remarks>
    public int? RankFor(string typed) => true switch
    {
        _ when Username == typed => 0,
        _ when Email is not null && Email == AccountName.EarlierKey(typed) => 1,
        _ when Username is not null && Domain.Users.Username.Prepare(Username) == Domain.Users.Username.Prepare(typed) => 2,
        _ when Email is not null && AccountName.Key(Email) == AccountName.Key(typed) => 3,
        _ => null,
    };

    public User ToUser() =>
        new(Id, AccountTypeName.Parse(AccountType), Username, Email, Name, RootRole.FromId(RootRoleId), LoginAttempts, CreatedAt, SeenAt)
        {
            IsEnabled = Enabled != 0,
            HasPassword = PasswordHash is not null,
        };
}
