using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>The event log, for administrators. The address holds the filter and the place in the log.</summary>
public sealed partial class EventsPage : IDisposable
{
    private const int PageSize = 25;

    // How many events the service looks at for a page, where no index has them (docs/api.md, section 12).
    private const int LookedAtOnce = 5_000;

    // How often one click goes on.
    private const int MaxSearches = 20;

    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<long, string> _names = [];
    private AccountDirectory _accounts = null!;
    private ShownEvents? _shown;
    private AuditEventFilter _loadedFilter = new();
    private AuditEventCursorPage? _page;
    private (string? Cursor, int LookedAt) _reached;
    private string? _error;
    private bool _isLive;
    private bool _isSearching;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Request => Filter.ToAddress(Cursor);

    // What the service did not count says nothing.
    private string? Total => _page is null || (_page.IsTotalCapped && _page.Total <= _page.Items.Count) ? null : RowCount.Format(_page.Total, _page.IsTotalCapped);

    private string? TokenName => Filter.TokenId is { } id ? _shown?.Items.FirstOrDefault(happened => happened.TokenId == id)?.TargetName : null;

    private int? LookedAt => Cursor is null ? LookedAtOnce : Cursor == _reached.Cursor ? _reached.LookedAt + LookedAtOnce : null;

    private string NothingSoFar => LookedAt is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"No match among the first {count:N0} events that were looked at, newest first.")
        : "No match in this part of the log.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => _accounts = new AccountDirectory(Client);

    private string? NameOf(long id) => _names.GetValueOrDefault(id);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var filter = Filter;
        var page = await ReadAsync(filter, cancellationToken);
        if (page is null || (Cursor is not null && page is { PreviousCursor: null, TailCursor: not null }))
        {
            // The newest events have an address of their own, at which the page is full and can be followed.
            Navigation.NavigateTo(filter.ToAddress(), replace: true);
            page ??= new AuditEventCursorPage([], 0);
        }

        await NameAccountsAsync(page.Items, filter, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        (_page, _shown, _loadedFilter) = (page, new ShownEvents(page), filter);
        StateHasChanged();
    }

    /// <returns><see langword="null"/> if the address has a place that does not exist.</returns>
    private async Task<AuditEventCursorPage?> ReadAsync(AuditEventFilter filter, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.Events.GetPageAsync(Cursor, PageSize, filter, cancellationToken);
        }
        catch (UnleashPatException exception) when (exception.StatusCode == HttpStatusCode.BadRequest && Cursor is not null)
        {
            return null;
        }
    }

    private async Task NameAccountsAsync(IReadOnlyList<AuditEvent> events, AuditEventFilter filter, CancellationToken cancellationToken)
    {
        // The newest name last.
        foreach (var happened in events.Reverse())
        {
            Learn(happened.CreatedByUserId, happened.CreatedBy);
            Learn(happened.SubjectUserId, happened.Subject);
        }

        foreach (var id in new[] { filter.UserId, filter.SubjectUserId }.OfType<long>().Where(id => !_names.ContainsKey(id)))
        {
            Learn(id, await _accounts.FindNameAsync(id, cancellationToken));
        }

        void Learn(long? id, string? name)
        {
            if (id is { } known && name is not null)
            {
                _names[known] = name;
            }
        }
    }

    private void Add(IReadOnlyList<AuditEventCursorPage> newer) => _shown!.Add(newer);

    // On a big log one page of the service rarely has a match.
    private async Task SearchFurtherAsync()
    {
        var (request, filter, cursor, count, left) = (Request, Filter, _page!.NextCursor, LookedAt ?? 0, _left.Token);
        _isSearching = true;
        _error = await ApiErrors.TryAsync(
            async () =>
            {
                for (var searches = 0; searches < MaxSearches && request == Request; searches++)
                {
                    var page = await Client.Events.GetPageAsync(cursor, PageSize, filter, left);
                    if (page.Items.Count > 0 || page.NextCursor is null || searches == MaxSearches - 1)
                    {
                        return;
                    }

                    (cursor, count) = (page.NextCursor, count + LookedAtOnce);
                }
            },
            "The search was interrupted.");
        _isSearching = false;
        if (_error is null && request == Request && !left.IsCancellationRequested)
        {
            _reached = (cursor, count);
            Navigation.NavigateTo(filter.ToAddress(cursor));
        }
    }
}
