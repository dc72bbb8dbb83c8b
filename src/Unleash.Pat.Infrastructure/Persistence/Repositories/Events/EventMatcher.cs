using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Compares an event that was read with all of a filter, of which an index has only a part.</summary>
internal sealed class EventMatcher(EventFilter filter)
{
    private readonly EventText? _text = filter.Query is { } query ? new EventText(query) : null;

    public bool Matches(EventRow row) =>
        (filter.Types.Count == 0 || filter.Types.Contains(row.Type))
        && (filter.Ids?.Contains(row.Id) ?? true)
        && (filter.UserIds is null || (row.CreatedByUserId is { } user && filter.UserIds.Contains(user)))
        && (filter.SubjectUserId is null || SubjectOf(row) == filter.SubjectUserId)
        && (filter.TokenId is null || row.TokenId == filter.TokenId)
        && (filter.From is null || row.CreatedAt >= filter.From)
        && (filter.To is null || row.CreatedAt < filter.To)
        && (_text?.IsIn(row) ?? true);

    private static long? SubjectOf(EventRow row) =>
        row.SubjectUserId ?? (EventType.ConcernsAccount(row.Type) ? row.CreatedByUserId : null);
}
