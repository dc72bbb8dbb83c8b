using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Lists accounts.</summary>
public interface IUserDirectory
{
    /// <summary>One page of the accounts of a kind, and how many there are on all pages.</summary>
    /// <param name="accountType">One of <see cref="AccountType"/>.</param>
    /// <param name="limit">The most accounts on the page.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<UserPage> GetPageAsync(string accountType, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>People whose username, name or e-mail address holds a text, in any case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The most accounts to give.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<IReadOnlyList<User>> SearchAsync(string text, int limit, CancellationToken cancellationToken);
}
