using System.Globalization;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>A page whose address holds a filter and a place in the event log. What is not understood there is left out.</summary>
public abstract class EventFilterPage : ComponentBase
{
    private const string DateFormat = "yyyy-MM-dd";

    protected AuditEventFilter Filter => new()
    {
        Types = Types?.SelectMany(type => type.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList() is { Count: > 0 } types ? types : null,
        UserId = Number(UserId),
        SubjectUserId = Number(SubjectUserId),
        TokenId = Number(TokenId),
        From = Instant(From),
        To = Instant(To, isEnd: true),
        Query = string.IsNullOrWhiteSpace(Query) ? null : Query,
    };

    /// <summary>Where the page begins; <see langword="null"/> for the newest events.</summary>
    protected string? Cursor => string.IsNullOrEmpty(CursorValue) ? null : CursorValue;

    [Inject] protected TimeProvider Time { get; set; } = null!;

    [SupplyParameterFromQuery(Name = EventAddress.Type)] private string[]? Types { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.UserId)] private string? UserId { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.SubjectUserId)] private string? SubjectUserId { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.TokenId)] private string? TokenId { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.From)] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.To)] private string? To { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.Query)] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = EventAddress.Cursor)] private string? CursorValue { get; set; }

    private static long? Number(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    // A date without a time is one of the user's calendar, and a last day is meant as a whole.
    private DateTimeOffset? Instant(string? text, bool isEnd = false)
    {
        if (DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Timestamps.FromLocal(isEnd && date < DateTime.MaxValue.Date ? date.AddDays(1) : date, Time);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
