namespace Unleash.Pat.Application.Events;

/// <summary>An event to record in the transaction of its change; <see cref="AuditStamp.With"/> makes it.</summary>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">The name of the account or admin token.</param>
/// <param name="CreatedByUserId">The account, or <see langword="null"/>.</param>
/// <param name="Data">The state after the change; never a secret.</param>
/// <param name="PreData">The state before the change.</param>
public sealed record AuditEvent(
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    object? Data = null,
    object? PreData = null)
{
    /// <summary>
    /// The IP address that the request came from, which is stored with <see cref="Data"/>; <see langword="null"/> outside a
    /// request.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>
    /// To which account it was done, where that is another one than <see cref="CreatedByUserId"/>; see <see cref="About"/>.
    /// </summary>
    public long? SubjectUserId { get; init; }

    /// <summary>To which personal access token it was done.</summary>
    public long? TokenId { get; init; }

    /// <summary>The same event with what it was done to.</summary>
    /// <param name="userId">The account: itself, its sessions or a token of it.</param>
    /// <param name="tokenId">The personal access token.</param>
    public AuditEvent About(long userId, long? tokenId = null) =>
        this with { SubjectUserId = userId == CreatedByUserId ? null : userId, TokenId = tokenId };
}
