namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The columns that every event was recorded with.</summary>
internal abstract class EventRowBase
{
    /// <summary>The columns to select from the event <c>entry</c>.</summary>
    protected const string OwnColumns = $"""
        entry.id AS {nameof(Id)}, entry.type AS {nameof(Type)}, entry.created_by AS {nameof(CreatedBy)},
            entry.created_by_user_id AS {nameof(CreatedByUserId)}, entry.created_at AS {nameof(CreatedAt)},
            entry.data AS {nameof(Data)}, entry.pre_data AS {nameof(PreData)},
            entry.subject_user_id AS {nameof(SubjectUserId)}, entry.token_id AS {nameof(TokenId)}
        """;

    public long Id { get; init; }

    public string Type { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public long? CreatedByUserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string? Data { get; init; }

    public string? PreData { get; init; }

    public long? SubjectUserId { get; init; }

    public long? TokenId { get; init; }
}
