using System.Globalization;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>A filter in the page's address, with the names that the API has for it, so that it can be shared.</summary>
internal static class InventoryAddress
{
    public const string Page = "admin/tokens";

    public const string State = "state";
    public const string AccountType = "accountType";
    public const string UserId = "userId";
    public const string Query = "query";
    public const string Scope = "scope";
    public const string Unrestricted = "unrestricted";
    public const string NeverExpires = "neverExpires";
    public const string ExpiresBefore = "expiresBefore";
    public const string CreatedBefore = "createdBefore";
    public const string UnusedSince = "unusedSince";
    public const string ViolatesPolicy = "violatesPolicy";

    public const string True = "true";

    extension(InventoryFilter filter)
    {
        /// <summary>Whether it names all tokens.</summary>
        public bool IsEmpty => !filter.Parameters.Any();

        /// <summary>The query parameters that are set.</summary>
        public IEnumerable<(string Name, string Value)> Parameters =>
            new (string Name, string? Value)[]
            {
                (State, filter.State),
                (AccountType, filter.AccountType?.Value),
                (UserId, filter.UserId?.ToString(CultureInfo.InvariantCulture)),
                (Query, filter.Query),
                (Scope, filter.Scope),
                (Unrestricted, filter.Unrestricted is true ? True : null),
                (NeverExpires, filter.NeverExpires is true ? True : null),
                (ExpiresBefore, Format(filter.ExpiresBefore)),
                (CreatedBefore, Format(filter.CreatedBefore)),
                (UnusedSince, Format(filter.UnusedSince)),
                (ViolatesPolicy, filter.ViolatesPolicy is true ? True : null),
            }.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!));

        /// <summary>The query of an address, without a question mark.</summary>
        public string ToQuery(string? sort = null) => string.Join('&', filter.Parameters
            .Concat(sort is null ? [] : [("sort", sort)])
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"));

        /// <summary>The address of the page with this filter.</summary>
        public string ToAddress() => filter.IsEmpty ? Page : $"{Page}?{filter.ToQuery()}";
    }

    private static string? Format(DateTimeOffset? at) => at is { } time ? Timestamps.ToIso8601(time) : null;
}
