using System.Globalization;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>The event log, for administrators. The address holds the filters and the page.</summary>
public sealed partial class EventsPage
{
    private const int PageSize = 25;
    private const int MaxOptionLength = 60;
    private const string TypeParameter = "type";
    private const string UserParameter = "userId";

    private Page<AuditEvent>? _events;
    private Dictionary<long, string>? _accounts;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TypeParameter)] private string? Type { get; set; }

    [SupplyParameterFromQuery(Name = UserParameter)] private string? AccountValue { get; set; }

    [SupplyParameterFromQuery(Name = TableQuery.Page)] private string? PageValue { get; set; }

    private long? Account => long.TryParse(AccountValue, CultureInfo.InvariantCulture, out var id) ? id : null;

    private int LastPage => (int)Math.Max(1, (_events!.Total + PageSize - 1) / PageSize);

    private int Page => TableQuery.ParsePage(PageValue);

    private bool IsFiltered => !string.IsNullOrEmpty(Type) || Account is not null;

    // A link may contain a type that this list does not have.
    private IEnumerable<KeyValuePair<string, string>> EventTypeOptions => string.IsNullOrEmpty(Type) || EventTypes.All.ContainsKey(Type)
        ? EventTypes.All
        : EventTypes.All.Append(new(Type, Type));

    // The events of a deleted account remain.
    private IEnumerable<KeyValuePair<long, string>> AccountOptions
    {
        get
        {
            var known = (_accounts ?? []).OrderBy(account => account.Value, StringComparer.OrdinalIgnoreCase);
            return Account is { } id && _accounts?.ContainsKey(id) is not true
                ? known.Append(new(id, string.Create(CultureInfo.InvariantCulture, $"Account {id}")))
                : known;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _accounts ??= await LoadAccountsAsync(cancellationToken);
        _events = await Client.Events.GetPageAsync(
            (Page - 1) * PageSize, PageSize, new AuditEventFilter { Type = string.IsNullOrEmpty(Type) ? null : Type, UserId = Account }, cancellationToken);
        if (_events.Items.Count == 0 && LastPage < Page)
        {
            // The page in the address does not exist.
            Navigation.GoToPage(LastPage);
        }

        StateHasChanged();
    }

    private async Task<Dictionary<long, string>> LoadAccountsAsync(CancellationToken cancellationToken)
    {
        var users = await Client.Users.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var serviceAccounts = await Client.ServiceAccounts.ListAsync(cancellationToken);
        return users.Select(user => (user.Id, user.DisplayName))
            .Concat(serviceAccounts.Select(account => (account.Id, account.DisplayName)))
            .ToDictionary(account => account.Id, account => account.DisplayName);
    }

    // A select element is as wide as its longest option.
    private static string Truncate(string name) => name.EnumerateRunes().Count() <= MaxOptionLength
        ? name
        : $"{string.Concat(name.EnumerateRunes().Take(MaxOptionLength))}…";

    private void Filter(params ReadOnlySpan<(string Name, string? Value)> values) =>
        Navigation.SetQuery([.. values, (TableQuery.Page, null)]);
}
