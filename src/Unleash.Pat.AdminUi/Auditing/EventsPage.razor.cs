using System.Globalization;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Auditing;

/// <summary>The event log, for administrators. The address keeps what is shown of it.</summary>
public sealed partial class EventsPage
{
    private const int PageSize = 25;
    private const int MaxChoice = 60;
    private const string KindName = "type";
    private const string AccountName = "userId";

    private Page<AuditEvent>? _events;
    private Dictionary<long, string>? _accounts;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = KindName)] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = AccountName)] private string? AskedAccount { get; set; }

    [SupplyParameterFromQuery(Name = TableAddress.Page)] private string? AskedPage { get; set; }

    private long? Account => long.TryParse(AskedAccount, CultureInfo.InvariantCulture, out var id) ? id : null;

    private int LastPage => (int)Math.Max(1, (_events!.Total + PageSize - 1) / PageSize);

    private int Page => TableAddress.PageOf(AskedPage);

    private bool IsFiltered => !string.IsNullOrEmpty(Kind) || Account is not null;

    // A kind that a link names is offered, also where this page does not know it.
    private IEnumerable<KeyValuePair<string, string>> Kinds => string.IsNullOrEmpty(Kind) || EventKinds.All.ContainsKey(Kind)
        ? EventKinds.All
        : EventKinds.All.Append(new(Kind, Kind));

    // An account that is gone has left its events behind.
    private IEnumerable<KeyValuePair<long, string>> Accounts
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
            (Page - 1) * PageSize, PageSize, new AuditEventFilter { Type = string.IsNullOrEmpty(Kind) ? null : Kind, UserId = Account }, cancellationToken);
        if (_events.Items.Count == 0 && LastPage < Page)
        {
            // There are fewer by now, or there have never been so many.
            Navigation.ShowPage(LastPage);
        }

        StateHasChanged();
    }

    private async Task<Dictionary<long, string>> LoadAccountsAsync(CancellationToken cancellationToken)
    {
        var users = await Client.Users.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var programs = await Client.ServiceAccounts.ListAsync(cancellationToken);
        return users.Select(user => (user.Id, user.DisplayName))
            .Concat(programs.Select(account => (account.Id, account.DisplayName)))
            .ToDictionary(account => account.Id, account => account.DisplayName);
    }

    // A list of choices is as wide as its longest.
    private static string Shortened(string name) => name.EnumerateRunes().Count() <= MaxChoice
        ? name
        : $"{string.Concat(name.EnumerateRunes().Take(MaxChoice))}…";

    private void Filter(params ReadOnlySpan<(string Name, string? Value)> values) =>
        Navigation.Show([.. values, (TableAddress.Page, null)]);
}
