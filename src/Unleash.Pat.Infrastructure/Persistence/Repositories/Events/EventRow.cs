using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>An event, and what it was done to.</summary>
internal sealed class EventRow
{
    /// <summary>The columns to select from the event <c>entry</c> and the account <c>subject</c>.</summary>
    public const string Columns = $"""
        entry.id AS {nameof(Id)}, entry.type AS {nameof(Type)}, entry.created_by AS {nameof(CreatedBy)},
            entry.created_by_user_id AS {nameof(CreatedByUserId)}, entry.created_at AS {nameof(CreatedAt)},
            entry.data AS {nameof(Data)}, entry.pre_data AS {nameof(PreData)},
            entry.subject_user_id AS {nameof(SubjectUserId)}, entry.token_id AS {nameof(TokenId)},
            subject.name AS {nameof(SubjectName)}, subject.username AS {nameof(SubjectUsername)},
            subject.email AS {nameof(SubjectEmail)}
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

    public string? SubjectName { get; init; }

    public string? SubjectUsername { get; init; }

    public string? SubjectEmail { get; init; }

    /// <summary>The name of the account that it was done to.</summary>
    public string? Subject => SubjectName ?? SubjectUsername ?? SubjectEmail;

    public EventRecord ToRecord() => new(Id, Type, CreatedBy, CreatedByUserId, CreatedAt, PreData is null ? Data : EventOrigin.StateOf(Data), PreData)
    {
        Ip = EventOrigin.AddressOf(Data) ?? EventOrigin.AddressOf(PreData),
        SubjectUserId = SubjectUserId,
        Subject = Subject,
        TokenId = TokenId,
    };
}
