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
    public static EventStreams Of(EventFilter filter) => filter switch
    {
        { Ids: { } ids } => new([.. Each(ids, "id = @Id").Select(id => new EventStream(id))], IsNoMore(filter with { Ids = null })),
        { TokenId: not null } => By(["token_id = @TokenId AND token_id IS NOT NULL"], filter with { TokenId = null }),
        { SubjectUserId: not null } => new(OfSubject, IsExact: false),
        { UserIds: [_], Types: { Count: > 0 } types } => By(
            Each(types, "type = @Type").Select(type => $"created_by_user_id = @UserId_0 AND {type}"), filter with { Types = [], UserIds = null }),
        { UserIds: { } users } => By(Each(users, "created_by_user_id = @UserId"), filter with { UserIds = null }),
        { Types: { Count: > 0 } types } => By(Each(types, "type = @Type"), filter with { Types = [] }),
        _ => new([new EventStream("")], IsNoMore(filter)),
    };

    // What an account did to itself is not in the index of subjects, and is known of complete events alone.
    private static EventStream[] OfSubject { get; } =
    [
        Indexed("subject_user_id = @SubjectUserId AND subject_user_id IS NOT NULL"),
        Indexed("created_by_user_id = @SubjectUserId") with { OnlyFilled = true },
        Unindexed(["subject_user_id = @SubjectUserId", "created_by_user_id = @SubjectUserId"]),
    ];

    private static EventStreams By(IEnumerable<string> conditions, EventFilter left)
    {
        string[] all = [.. conditions];
        return new([.. all.Select(Indexed), Unindexed(all)], IsNoMore(left));
    }

    private static EventStream Indexed(string condition) => new($"{condition} AND unindexed IS NULL");

    // Few: those since the last round of housekeeping.
    private static EventStream Unindexed(string[] conditions) =>
        new($"unindexed IS NOT NULL AND ({string.Join(" OR ", conditions.Select(condition => $"({condition})"))})");

    private static bool IsNoMore(EventFilter left) =>
        left.Types.Count == 0 && left with { Types = Nothing.Types, From = null, To = null } == Nothing;

    private static IEnumerable<string> Each<T>(IReadOnlyList<T> values, string condition) =>
        values.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"{condition}_{at}"));
}

/// <summary>Entries of an index that are next to each other there, in the order of the events' ids.</summary>
/// <param name="Condition">The condition by which they are found; empty for all events.</param>
/// <param name="OnlyFilled">Whether only events count that have their subject.</param>
internal sealed record EventStream(string Condition, bool OnlyFilled = false);
