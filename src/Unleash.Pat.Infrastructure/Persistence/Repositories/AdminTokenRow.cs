using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>An admin token with the account that answers for it.</summary>
internal sealed class AdminTokenRow
{
    /// <summary>Selects all of them; a condition may follow.</summary>
    public const string Select = $"""
        SELECT token.id AS {nameof(Id)}, token.name AS {nameof(Name)}, token.selector AS {nameof(Selector)},
            token.created_at AS {nameof(CreatedAt)}, token.expires_at AS {nameof(ExpiresAt)}, token.seen_at AS {nameof(SeenAt)},
            creator.id AS {nameof(CreatorId)}, creator.username AS {nameof(CreatorUsername)},
            creator.name AS {nameof(CreatorName)}, creator.email AS {nameof(CreatorEmail)}
        FROM admin_tokens AS token LEFT JOIN users AS creator ON creator.id = token.created_by_user_id
        """;

    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string Selector { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public long? CreatorId { get; init; }

    public string? CreatorUsername { get; init; }

    public string? CreatorName { get; init; }

    public string? CreatorEmail { get; init; }

    public AdminToken ToToken() => new(Id, Name, Selector, CreatedAt, ExpiresAt, SeenAt, Creator());

    private AdminTokenCreator? Creator() =>
        CreatorId is { } id ? new AdminTokenCreator(id, CreatorUsername, CreatorName, CreatorEmail) : null;
}
