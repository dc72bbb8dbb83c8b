using System.Globalization;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Finds users and service accounts by a part of their names, without loading all of them.</summary>
internal sealed class AccountDirectory(IUnleashPatClient client)
{
    // The service finds no user by less.
    private const int FewestCharacters = 2;

    private const int MaxSuggestions = 20;

    private IReadOnlyList<ServiceAccount>? _serviceAccounts;

    /// <summary>Accounts whose name, username or address has the text.</summary>
    public async Task<IReadOnlyList<AccountSuggestion>> SuggestAsync(string text, CancellationToken cancellationToken)
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
    public async Task<string?> FindNameAsync(long id, CancellationToken cancellationToken)
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

    private async Task<IReadOnlyList<ServiceAccount>> ServiceAccountsAsync(CancellationToken cancellationToken) =>
        _serviceAccounts ??= await client.ServiceAccounts.ListAsync(cancellationToken);
}

/// <summary>An account to choose.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Label">What tells it from every other account.</param>
internal sealed record AccountSuggestion(long Id, string Name, string Label)
{
    public static AccountSuggestion Of(long id, params IReadOnlyList<string?> names)
    {
        string[] parts = [.. names.OfType<string>().Where(name => name.Length > 0).Distinct()];
        var name = AccountNames.FirstOf(id, parts);
        return new(id, name, string.Create(CultureInfo.InvariantCulture, $"{string.Join(" · ", parts.DefaultIfEmpty(name))} · #{id}"));
    }

    public bool Has(string text) => Label.Contains(text, StringComparison.OrdinalIgnoreCase);
}
