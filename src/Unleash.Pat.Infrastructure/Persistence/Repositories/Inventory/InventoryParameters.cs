using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Text;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>The values of the parameters that the statements name.</summary>
internal sealed partial class InventoryParameters
{
    private const string KnownScopes = "@KnownScopes";

    // As docs/api.md, section 9, has it.
    private static readonly TimeSpan Never = TimeSpan.FromDays(36_525);

    private static readonly RowSet<string> ScopeRows = new(("scope", scope => Sql.Text(scope, TokenScopes.MaxLength)));

    private readonly Dictionary<string, Action<DynamicParameters, string>> _values;
    private readonly IReadOnlyList<string> _knownScopes;

    public InventoryParameters(ISqlDialect dialect, InventoryCriteria criteria, InventoryPosition? position = null)
    {
        var (filter, policy, now) = (criteria.Filter, criteria.Policy, criteria.Now);
        var part = filter.Query is null ? "" : PartOf(filter.Query);
        _knownScopes = [.. policy.Scopes?.Keys ?? [], TokenScopes.ApiRead, TokenScopes.ApiWrite];
        _values = new(StringComparer.Ordinal)
        {
            ["Now"] = Instant(now),
            ["Never"] = Instant(now < DateTimeOffset.MaxValue - Never ? now + Never : ExpiryPolicy.EndOfTime),
            ["ExpiresBefore"] = Instant(filter.ExpiresBefore),
            ["CreatedBefore"] = Instant(filter.CreatedBefore),
            ["UnusedSince"] = Instant(filter.UnusedSince),
            ["LastUseDue"] = Instant(policy.RevokeUnusedAfter < now - DateTimeOffset.UnixEpoch ? now - policy.RevokeUnusedAfter : DateTimeOffset.UnixEpoch),
            ["MaxLifetime"] = Number((long)(policy.MaxLifetime?.TotalMilliseconds ?? 0)),
            ["Unnamed"] = Text(TokenDescription.DefaultPattern, SearchKey.MaxPartLength),
            ["UserId"] = Number(filter.UserId),
            ["Scope"] = Text(filter.Scope, TokenScopes.MaxLength),
            ["AccountType"] = Text(filter.AccountType?.ToName(), ColumnSizes.AccountType),
            ["Part"] = Text(part, SearchKey.MaxPartLength),
            ["Match"] = Text(filter.Query is null ? null : IndexOf(dialect, filter.Query)?.Match, -1),
            ["LeastInstant"] = Instant(DateTimeOffset.MinValue),
            ["LeastText"] = Text("", AccountName.MaxLength),
            ["KeyInstant"] = Instant(position?.Instant),
            ["KeyText"] = Text(position?.Owner, AccountName.MaxLength),
            ["EntryId"] = Number(position is { OwnerId: > 0 } ? position.OwnerId : position?.TokenId),
            ["AfterTokenId"] = Number(position?.TokenId),
        };
    }

    /// <summary>A text to search for, as the stored keys are folded.</summary>
    public static string PartOf(string query) => CaseFold.Of(query);

    /// <summary>The engine's index of accounts for a text to search for, where it has one.</summary>
    public static PartIndex? IndexOf(ISqlDialect dialect, string query) =>
        SearchKey.PartOf(query) is { } part ? dialect.IndexOf(part) : null;

    /// <summary>Makes a command of a statement: no parameter is sent that it does not name.</summary>
    /// <param name="limit">The value of <c>@Limit</c>.</param>
    /// <param name="entries">The value of <c>@Entries</c>.</param>
    public CommandDefinition Command(string statement, CancellationToken cancellationToken, int limit = 0, int entries = 0)
    {
        var parameters = new DynamicParameters();
        if (statement.Contains(KnownScopes, StringComparison.Ordinal))
        {
            var (rows, added) = ScopeRows.Of(_knownScopes);
            parameters.AddDynamicParams(added);
            statement = statement.Replace(KnownScopes, rows, StringComparison.Ordinal);
        }

        foreach (var name in Name().Matches(statement).Select(match => match.Groups[1].Value).Distinct())
        {
            switch (name)
            {
                case "Limit":
                    parameters.Add(name, limit, DbType.Int32);
                    break;
                case "Entries":
                    parameters.Add(name, entries, DbType.Int32);
                    break;
                default:
                    _values.GetValueOrDefault(name)?.Invoke(parameters, name);
                    break;
            }
        }

        return new CommandDefinition(statement, parameters, cancellationToken: cancellationToken);
    }

    private static Action<DynamicParameters, string> Instant(DateTimeOffset? value) => (parameters, name) => parameters.Add(name, value);

    private static Action<DynamicParameters, string> Number(long? value) => (parameters, name) => parameters.Add(name, value, DbType.Int64);

    private static Action<DynamicParameters, string> Text(string? value, int length) => (parameters, name) =>
        parameters.Add(name, length < 0 ? value : Sql.Text(value, length));

    [GeneratedRegex(@"(?<!@)@(\w+)")]
    private static partial Regex Name();
}
