using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>A filter of the event log in words, one for each of its parts.</summary>
internal static class EventChips
{
    /// <param name="nameOf">Returns the name of an account, as far as it is known.</param>
    /// <param name="token">The description of the token that the filter names, if it is known.</param>
    public static IEnumerable<FilterChip> Of(AuditEventFilter filter, Func<long, string?> nameOf, string? token, TimeProvider time) =>
        filter.Parameters.Select(parameter => new FilterChip(parameter.Name, parameter.Value, parameter.Name switch
        {
            EventAddress.Query => $"“{parameter.Value}”",
            EventAddress.Type => EventTypes.Label(parameter.Value),
            EventAddress.UserId => $"Done by {nameOf(filter.UserId!.Value) ?? $"account {parameter.Value}"}",
            EventAddress.SubjectUserId => $"About {nameOf(filter.SubjectUserId!.Value) ?? $"account {parameter.Value}"}",
            EventAddress.TokenId => token is null ? $"Token {parameter.Value}" : $"Token “{token}”",
            EventAddress.From => $"From {Timestamps.Minute(filter.From!.Value, time)}",
            _ => $"Before {Timestamps.Minute(filter.To!.Value, time)}",
        }));
}
