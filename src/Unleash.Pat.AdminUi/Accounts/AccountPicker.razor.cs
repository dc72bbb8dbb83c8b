using System.Globalization;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>A field that suggests accounts while the user types, and then is empty for the next one.</summary>
public sealed partial class AccountPicker : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private IReadOnlyList<AccountSuggestion> _found = [];
    private string _text = "";
    private string _status = "";
    private string? _chosen;
    private bool _isUnknown;

    // Increased with each letter, and when the page is left: only the answer to the last one counts.
    private int _version;

    /// <summary>The id of the HTML element.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>Where the account is looked for.</summary>
    [Parameter, EditorRequired] public required AccountDirectory Accounts { get; set; }

    /// <summary>Raised with the account's id and name.</summary>
    [Parameter] public EventCallback<(long Id, string Name)> OnChoose { get; set; }

    [Inject] private TimeProvider Time { get; set; } = null!;

    private string ListId => $"{Id}-accounts";

    private string StatusId => $"{Id}-status";

    public void Dispose() => _version++;

    private async Task TypeAsync()
    {
        _isUnknown = false;
        _status = "";
        if (_found.FirstOrDefault(account => account.Label == _text) is { } chosen)
        {
            await ChooseAsync(chosen);
            return;
        }

        var version = ++_version;
        await Task.Delay(Pause, Time);
        if (version == _version)
        {
            await SuggestAsync();
        }
    }

    private async Task SuggestAsync()
    {
        var version = _version;
        IReadOnlyList<AccountSuggestion> found = [];
        var error = await ApiErrors.TryAsync(
            async () => found = await Accounts.SuggestAsync(_text.Trim(), CancellationToken.None), "Accounts could not be searched.");
        if (version == _version)
        {
            _found = found;
            _isUnknown = error is not null;
            _status = error ?? (_text.Trim().Length == 0 ? "" : $"{found.Count} suggestion{(found.Count == 1 ? "" : "s")}");
        }
    }

    // Enter, or another field is chosen.
    private async Task EnterAsync(ChangeEventArgs change)
    {
        // A suggestion that is chosen raises both events.
        _text = change.Value as string == _chosen ? "" : change.Value as string ?? "";
        var text = _text.Trim();
        if (text.Length == 0)
        {
            return;
        }

        var version = ++_version;
        var account = await FindAsync(text);
        if (version != _version)
        {
            return;
        }

        if (account is not null)
        {
            await ChooseAsync(account);
        }
        else if (!_isUnknown)
        {
            _isUnknown = true;
            _status = _found.Count == 0 ? $"No account has “{BidiText.Isolate(text)}” in its name." : "Choose one of the suggestions.";
        }
    }

    // Only what the text says in full: a user who leaves the field has not chosen what it suggests.
    private async Task<AccountSuggestion?> FindAsync(string text)
    {
        long? id = long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (id is { } known && await FindNameAsync(known) is { } name)
        {
            return AccountSuggestion.Of(known, name);
        }

        await SuggestAsync();
        AccountSuggestion[] found = [.. _found.Where(account => account.IsCalled(text))];
        return found switch
        {
            [var only] => only,
            [] when id is { } deleted => AccountSuggestion.Of(deleted),
            _ => null,
        };
    }

    // A failure is reported by the search that follows.
    private async Task<string?> FindNameAsync(long id)
    {
        string? name = null;
        await ApiErrors.TryAsync(async () => name = await Accounts.FindNameAsync(id, CancellationToken.None), "The account could not be looked up.");
        return name;
    }

    private Task ChooseAsync(AccountSuggestion account)
    {
        _version++;
        _text = "";
        _status = "";
        _chosen = account.Label;
        _found = [];
        return OnChoose.InvokeAsync((account.Id, account.Name));
    }
}
