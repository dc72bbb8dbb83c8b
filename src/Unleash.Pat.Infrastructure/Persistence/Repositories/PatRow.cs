using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>A row of <c>personal_access_tokens</c>.</summary>
internal sealed class PatRow : TokenRow;

/// <summary>The columns of <c>personal_access_tokens</c>, of rows that may have others besides.</summary>
internal abstract class TokenRow
{
    /// <summary>The columns to select from the table <c>token</c>, in the order in which <see cref="PatReader"/> reads them.</summary>
    public const string Columns = $"""
        token.id AS {nameof(Id)}, token.user_id AS {nameof(UserId)}, token.description AS {nameof(Description)},
        token.created_at AS {nameof(CreatedAt)}, token.expires_at AS {nameof(ExpiresAt)}, token.seen_at AS {nameof(SeenAt)},
        token.scopes AS {nameof(Scopes)}, token.enabled AS {nameof(Enabled)}, token.rotated_at AS {nameof(RotatedAt)},
        token.previous_secret_expires_at AS {nameof(PreviousSecretExpiresAt)},
        token.last_used_from AS {nameof(LastUsedFrom)}, token.rejected_uses AS {nameof(RejectedUses)}
        """;

    public long Id { get; init; }

    public long UserId { get; init; }

    public string Description { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public string? Scopes { get; init; }

    public int Enabled { get; init; }

    public DateTimeOffset? RotatedAt { get; init; }

    public DateTimeOffset? PreviousSecretExpiresAt { get; init; }

    public string? LastUsedFrom { get; init; }

    public long RejectedUses { get; init; }

    public PersonalAccessToken ToToken() => new(
        Id, UserId, TokenDescription.FromStored(Description), CreatedAt, ExpiresAt, SeenAt)
    {
        Scopes = TokenScopes.FromStored(Scopes),
        IsEnabled = Enabled != 0,
        RotatedAt = RotatedAt,
        PreviousSecretExpiresAt = PreviousSecretExpiresAt,
        LastUsedFrom = LastUsedFrom,
        RejectedUses = RejectedUses,
    };
}
