using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>An event, and what it was done to.</summary>
internal sealed class EventRow
{
    /// <summary>The columns to select from the table <c>entry</c>.</summary>
    public const string Columns = $"""
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

    public EventRecord ToRecord() => new(Id, Type, CreatedBy, CreatedByUserId, CreatedAt, Data, PreData);
}
