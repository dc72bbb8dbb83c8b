using System.CommandLine;
using System.Globalization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Inventory;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>The filters of docs/api.md, section 9, as options.</summary>
internal sealed class TokenFilterOptions
{
    private readonly Option<string> _state = new("--state") { Description = "active, expired or disabled" };
    private readonly Option<string> _accountType = new("--account-type") { Description = "User or \"Service Account\"" };
    private readonly Option<long?> _userId = new("--user-id") { Description = "the account" };
    private readonly Option<string> _query = new("--query") { Description = "a part of the description, username, name or address" };
    private readonly Option<string> _scope = new("--scope") { Description = "a scope that they have" };
    private readonly Option<bool> _unrestricted = new("--unrestricted") { Description = "only those without scopes" };
    private readonly Option<bool> _neverExpires = new("--never-expires") { Description = "only those that expire in more than a hundred years" };
    private readonly Option<string> _expiresBefore = new("--expires-before") { Description = "an instant, for example 2027-01-01T00:00:00Z" };
    private readonly Option<string> _createdBefore = new("--created-before") { Description = "an instant" };
    private readonly Option<string> _unusedSince = new("--unused-since") { Description = "an instant; one that never was used counts from its creation" };
    private readonly Option<bool> _violatesPolicy = new("--violates-policy") { Description = "only those that the policy in force would refuse" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _state, _accountType, _userId, _query, _scope, _unrestricted, _neverExpires, _expiresBefore, _createdBefore, _unusedSince,
            _violatesPolicy,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="Application.RefusedException">A value is none of those that the option takes.</exception>
    public InventoryFilter Read(ParseResult parsed) => new InventoryFilterReader("").Read(new InventoryFilterRequest
    {
        State = parsed.GetValue(_state),
        AccountType = parsed.GetValue(_accountType),
        UserId = parsed.GetValue(_userId),
        Query = parsed.GetValue(_query),
        Scope = parsed.GetValue(_scope),
        Unrestricted = OnlyTrue(parsed, _unrestricted),
        NeverExpires = OnlyTrue(parsed, _neverExpires),
        ViolatesPolicy = OnlyTrue(parsed, _violatesPolicy),
        ExpiresBefore = Instant(parsed, _expiresBefore),
        CreatedBefore = Instant(parsed, _createdBefore),
        UnusedSince = Instant(parsed, _unusedSince),
    });

    private static bool? OnlyTrue(ParseResult parsed, Option<bool> option) => parsed.GetValue(option) ? true : null;

    private static DateTimeOffset? Instant(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return Rfc3339.TryParse(text, out var instant)
            ? instant
            : throw new StartupException(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} must be an instant with an offset, for example 2027-01-01T00:00:00Z."));
    }
}
