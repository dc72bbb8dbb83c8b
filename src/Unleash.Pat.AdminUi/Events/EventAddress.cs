using System.Globalization;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>A filter in the page's address, with the names that the API has for it, so that it can be shared.</summary>
internal static class EventAddress
{
    public const string Page = "admin/events";

    public const string Query = "query";
    public const string Type = "type";
    public const string UserId = "userId";
    public const string SubjectUserId = "subjectUserId";
    public const string TokenId = "tokenId";
    public const string From = "from";
    public const string To = "to";
    public const string Cursor = "cursor";

    private const string Exports = "api/admin/events";

    extension(AuditEventFilter filter)
    {
        /// <summary>Whether it names all events.</summary>
        public bool IsEmpty => !filter.Parameters.Any();

        /// <summary>The query parameters that are set.</summary>
        public IEnumerable<(string Name, string Value)> Parameters =>
            new (string Name, string? Value)[]
            {
                (Query, filter.Query),
                (UserId, filter.UserId?.ToString(CultureInfo.InvariantCulture)),
                (SubjectUserId, filter.SubjectUserId?.ToString(CultureInfo.InvariantCulture)),
                (TokenId, filter.TokenId?.ToString(CultureInfo.InvariantCulture)),
                (From, Format(filter.From)),
                (To, Format(filter.To)),
            }
            .Concat((filter.Types ?? []).Select(type => (Type, (string?)type)))
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => (parameter.Item1, parameter.Item2!));

        /// <summary>The address of the page with this filter.</summary>
        /// <param name="cursor">Where the page begins; absent for the newest events.</param>
        public string ToAddress(string? cursor = null) => Join(Page, filter.Parameters.Concat(cursor is null ? [] : [(Cursor, cursor)]));

        /// <summary>The address at which the service sends all events that match.</summary>
        public string ToExport(string format) => Join(Exports, filter.Parameters.Append(("format", format)));

        /// <summary>The filter without one of its parts.</summary>
        public AuditEventFilter Without(string name, string value) => name switch
        {
            Type => filter with { Types = [.. (filter.Types ?? []).Where(type => type != value)] },
            Query => filter with { Query = null },
            UserId => filter with { UserId = null },
            SubjectUserId => filter with { SubjectUserId = null },
            TokenId => filter with { TokenId = null },
            From => filter with { From = null },
            _ => filter with { To = null },
        };
    }

    private static string Join(string path, IEnumerable<(string Name, string Value)> parameters)
    {
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Format(DateTimeOffset? at) => at is { } time ? Timestamps.ToIso8601(time) : null;
}
