using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Events;

/// <summary>A page of the event log, as Unleash has it.</summary>
/// <param name="Events">Newest first.</param>
/// <param name="TotalEvents">The number of matching events on all pages; counted up to 10000, and not counted where no index has them.</param>
public sealed record EventsSchema(IReadOnlyList<EventSchema> Events, long TotalEvents)
{
    /// <summary>Whether there can be more than <c>totalEvents</c>; absent where there are not.</summary>
    /// <example>true</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? TotalEventsCapped { get; init; }

    /// <summary>Whether the page ended after 5,000 events were looked at, before it was full; absent where it did not.</summary>
    /// <example>true</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Incomplete { get; init; }

    /// <summary>Where the page of older events begins, as <c>cursor</c> takes it; absent on the last page.</summary>
    /// <example>YmVmb3JlOjQy</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }

    /// <summary>Where the page of newer events begins, as <c>cursor</c> takes it; absent on the page of the newest events.</summary>
    /// <example>YWZ0ZXI6NDI</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreviousCursor { get; init; }

    /// <summary>Where events begin that happen after this page was read, as <c>cursor</c> takes it; absent where <c>previousCursor</c> is present.</summary>
    /// <example>YWZ0ZXI6NDI</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TailCursor { get; init; }

    /// <summary>The version of this form: 1.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = 1;
}

/// <summary>An event.</summary>
public record EventSchema
{
    /// <summary>The event's id; it rises with every event.</summary>
    /// <example>1</example>
    public long Id { get; init; }

    /// <summary>What kind of event it is.</summary>
    /// <example>pat-created</example>
    public string Type { get; init; } = "";

    /// <summary>Who did it, by name.</summary>
    /// <example>admin</example>
    public string CreatedBy { get; init; } = "";

    /// <summary>Who did it, by id; <c>null</c> where no account did.</summary>
    public long? CreatedByUserId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The state after the change.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The state before the change.</summary>
    public JsonElement? PreData { get; init; }

    /// <summary>The IP address that it was done from; absent where no request did it, and for events of before this was recorded.</summary>
    /// <example>203.0.113.7</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ip { get; init; }

    /// <summary>To which account it was done, by id; absent where that is the account that did it, or none.</summary>
    /// <example>42</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SubjectUserId { get; init; }

    /// <summary>To which account it was done, by its name of today; absent where the account was deleted.</summary>
    /// <example>alice</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>To which personal access token it was done; absent where to none.</summary>
    /// <example>7</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TokenId { get; init; }

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Tags { get; init; } = [];
}
