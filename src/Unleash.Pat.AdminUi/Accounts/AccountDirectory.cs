using System.Globalization;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>
/// Finds users through the service's search, and service accounts in their list. A page has one for all its fields: the list is
/// loaded once, when it is first needed, and what was looked up by id is remembered.
/// </summary>
public sealed class AccountDirectory(IUnleashPatClient client)
{
    // The service finds no user by less.
    private const int FewestCharacters = 2;

    private const int MaxSuggestions = 20;

    // Accounts that do not exist have no name.
    private readonly Dictionary<long, string?> _names = [];
    private Task<IReadOnlyList<ServiceAccount>>? _serviceAccounts;

    /// <summary>Accounts whose name, username or address has the text.</summary>
    internal async Task<IReadOnlyList<AccountSuggestion>> SuggestAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length < FewestCharacters)
        {
            return [];
        }

        var users = client.Users.SearchAsync(text, cancellationToken);
        var programs = await ServiceAccountsAsync(cancellationToken);
        return
        [
            .. (await users).Select(user => AccountSuggestion.Of(user.Id, user.Name, user.Username, user.Email))
                .Concat(programs.Select(account => AccountSuggestion.Of(account.Id, account.Name, account.Username, null)).Where(account => account.Has(text)))
                .DistinctBy(account => account.Id)
                .Take(MaxSuggestions),
        ];
    }

    /// <summary>The name of an account; <see langword="null"/> if it does not exist.</summary>
    internal async Task<string?> FindNameAsync(long id, CancellationToken cancellationToken)
    {
        if (!_names.TryGetValue(id, out var name))
        {
            name = _names[id] = await LookUpAsync(id, cancellationToken);
        }

        return name;
    }

    private async Task<string?> LookUpAsync(long id, CancellationToken cancellationToken)
    {
        // First those that are loaded already: a browser reports each 404 as an error.
        if ((await ServiceAccountsAsync(cancellationToken)).FirstOrDefault(account => account.Id == id) is { } program)
        {
            return program.DisplayName;
        }

        try
        {
            return (await client.Users.GetAsync(id, cancellationToken)).DisplayName;
        }
        catch (UnleashPatException exception) when (ApiErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    // Several fields wait for one list, so none of them cancels it. After a failure it is loaded again.
    private Task<IReadOnlyList<ServiceAccount>> ServiceAccountsAsync(CancellationToken cancellationToken)
    {
        if (_serviceAccounts is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _serviceAccounts = client.ServiceAccounts.ListAsync(CancellationToken.None);
        }

        return _serviceAccounts.WaitAsync(cancellationToken);
    }
}

/// <summary>An account to choose.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Names">What it can be found by.</param>
/// <param name="Label">What tells it from every other account.</param>
internal sealed record AccountSuggestion(long Id, string Name, IReadOnlyList<string> Names, string Label)
{
    public static AccountSuggestion Of(long id, params IReadOnlyList<string?> names)
    {
        string[] parts = [.. names.OfType<string>().Where(name => name.Length > 0).Distinct()];
        var name = AccountNames.FirstOf(id, parts);
        return new(id, name, parts, string.Create(CultureInfo.InvariantCulture, $"{string.Join(" · ", parts.DefaultIfEmpty(name))} · #{id}"));
    }

    public bool Has(string text) => Names.Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase));

    public bool IsCalled(string text) => Names.Contains(text, StringComparer.OrdinalIgnoreCase);
}
