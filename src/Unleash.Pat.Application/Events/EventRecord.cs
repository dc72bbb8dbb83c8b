namespace Unleash.Pat.Application.Events;

/// <summary>A recorded event.</summary>
/// <param name="Id">Rises with every event.</param>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">The name of the account or admin token.</param>
/// <param name="CreatedByUserId">The account, or <see langword="null"/>.</param>
/// <param name="Data">The state after the change, a JSON object.</param>
/// <param name="PreData">The state before the change, a JSON object.</param>
public sealed record EventRecord(
    long Id,
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    string? Data,
    string? PreData)
{
    /// <summary>The IP address that it was done from; <see langword="null"/> where no request did it.</summary>
    public string? Ip { get; init; }

    /// <summary>To which account it was done, where that is another one than <see cref="CreatedByUserId"/>.</summary>
    public long? SubjectUserId { get; init; }

    /// <summary>That account's name, else its username, else its address; <see langword="null"/> where it was deleted.</summary>
    public string? Subject { get; init; }

    /// <summary>To which personal access token it was done.</summary>
    public long? TokenId { get; init; }
}
