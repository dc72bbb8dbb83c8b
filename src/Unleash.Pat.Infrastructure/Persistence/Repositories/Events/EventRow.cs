using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>An event, and what it was done to.</summary>
internal sealed class EventRow : EventRowBase
{
    /// <summary>The columns to select from the event <c>entry</c> and the account <c>subject</c>.</summary>
    public const string Columns = $"""
        {OwnColumns},
            subject.name AS {nameof(SubjectName)}, subject.username AS {nameof(SubjectUsername)},
            subject.email AS {nameof(SubjectEmail)}
        """;

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
