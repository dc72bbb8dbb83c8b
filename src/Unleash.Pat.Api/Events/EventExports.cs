using Unleash.Pat.Api.Http.Exports;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>The forms in which events are exported.</summary>
internal static class EventExports
{
    public static CsvFormat<EventRecord> Csv { get; } = new(
        "events.csv",
        ("id", entry => entry.Id),
        ("createdAt", entry => CsvText.Of(entry.CreatedAt)),
        ("type", entry => entry.Type),
        ("createdBy", entry => entry.CreatedBy),
        ("createdByUserId", entry => entry.CreatedByUserId),
        ("data", entry => entry.Data),
        ("preData", entry => entry.PreData),
        ("ip", entry => entry.Ip),
        ("subjectUserId", entry => entry.SubjectUserId),
        ("subject", entry => entry.Subject),
        ("tokenId", entry => entry.TokenId));

    public static NdjsonFormat<EventRecord, EventSchema> Ndjson(Func<EventRecord, EventSchema> toSchema) => new("events.ndjson", toSchema);
}
