using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Notifications;

/// <summary>An expiring token or an event, with the token's account.</summary>
internal sealed class NoticeRow
{
    /// <summary>The columns to select from the table <c>account</c>.</summary>
    public const string Owner = $"""
        account.account_type AS {nameof(AccountType)}, account.username AS {nameof(Username)}, account.name AS {nameof(Name)},
            account.email AS {nameof(Email)}, account.enabled AS {nameof(Enabled)}
        """;

    public long EventId { get; init; }

    public string Type { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public string? Data { get; init; }

    public long TokenId { get; init; }

    public string Description { get; init; } = "";

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public long OwnerId { get; init; }

    public string? AccountType { get; init; }

    public string? Username { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public int? Enabled { get; init; }

    public ExpiringToken ToToken() => new(TokenId, Description, IssuedAt, ExpiresAt, ToOwner());

    public TokenEvent ToEvent() => new(EventId, Type, CreatedBy, CreatedAt, TokenId, Data ?? "{}", ToOwner());

    private NotificationOwner ToOwner() => new(OwnerId, AccountType, Username, Name, Email, Enabled is { } enabled ? enabled != 0 : null);
}
