using System.Globalization;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Which entries of which indexes have the events of a filter.</summary>
/// <param name="Streams">An event is in one of them at the most.</param>
/// <param name="IsExact">Whether the filter asks for no more than that, apart from its times.</param>
internal sealed record EventStreams(IReadOnlyList<EventStream> Streams, bool IsExact)
{
    private static readonly EventFilter Nothing = new();

    /// <summary>Whether every event is looked at.</summary>
    public bool IsAll => Streams is [{ Condition: "" }];

    /// <summary>Whether it matters which events have their subject.</summary>
    public bool NeedsFilled => Streams.Any(stream => stream.OnlyFilled);

    /// <summary>Chooses what names the fewest events.</summary>
    public static EventStreams Of(ISqlDialect dialect, EventFilter filter)
    {
        var chosen = Of(filter);
        return dialect.IndexesLater && filter.Ids is null && !chosen.IsAll ? chosen.WithUnindexed() : chosen;
    }

    private static EventStreams Of(EventFilter filter) => filter switch
    {
        { Ids: { } ids } => By(Each(ids, "id = @Id"), filter with { Ids = null }),
        { TokenId: not null } => By(["token_id = @TokenId AND token_id IS NOT NULL"], filter with { TokenId = null }),
        { SubjectUserId: not null } => new EventStreams(OfSubject, IsExact: false),
        { UserIds: [_], Types: { Count: > 0 } types } => By(
            Each(types, "type = @Type").Select(type => $"created_by_user_id = @UserId_0 AND {type}"), filter with { Types = [], UserIds = null }),
        { UserIds: { } users } => By(Each(users, "created_by_user_id = @UserId"), filter with { UserIds = null }),
        { Types: { Count: > 0 } types } => By(Each(types, "type = @Type"), filter with { Types = [] }),
        _ => By([""], filter),
    };

    // What an account did to itself is not in the index of subjects, and is known of complete events alone.
    private static EventStream[] OfSubject { get; } =
    [
        new("subject_user_id = @SubjectUserId AND subject_user_id IS NOT NULL", OnlyFilled: false),
        new("created_by_user_id = @SubjectUserId", OnlyFilled: true),
    ];

    private static EventStreams By(IEnumerable<string> conditions, EventFilter left) => new(
        [.. conditions.Select(condition => new EventStream(condition, OnlyFilled: false))],
        left.Types.Count == 0 && left with { Types = Nothing.Types, From = null, To = null } == Nothing);

    // The indexes do not have the events since the last round of housekeeping. Those are few, and all complete.
    private EventStreams WithUnindexed()
    {
        var any = string.Join(" OR ", Streams.Select(stream => $"({stream.Condition})"));
        return this with
        {
            Streams =
            [
                .. Streams.Select(stream => stream with { Condition = $"{stream.Condition} AND unindexed IS NULL" }),
                new EventStream($"unindexed IS NOT NULL AND ({any})", OnlyFilled: false),
            ],
        };
    }

    private static IEnumerable<string> Each<T>(IReadOnlyList<T> values, string condition) =>
        values.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"{condition}_{at}"));
}

/// <summary>Entries of an index that are next to each other there, in the order of the events' ids.</summary>
/// <param name="Condition">The condition by which they are found; empty for all events.</param>
/// <param name="OnlyFilled">Whether only events count that have their subject.</param>
internal sealed record EventStream(string Condition, bool OnlyFilled);
