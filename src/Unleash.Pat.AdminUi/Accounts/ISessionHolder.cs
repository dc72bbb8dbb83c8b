namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Whose sessions a list shows: one's own, or another account's.</summary>
public interface ISessionHolder
{
    /// <summary>What ending all of them is called, in the imperative.</summary>
    string EndAllAction { get; }

    /// <summary>What is so after all of them have ended, in words.</summary>
    string EndAllConsequence { get; }

    /// <summary>Asks for all sessions.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The sessions, by id.</returns>
    Task<IReadOnlyList<Client.Session>> GetAsync(CancellationToken cancellationToken);

    /// <summary>Ends one session.</summary>
    /// <param name="id">The session.</param>
    /// <returns>When it has ended.</returns>
    Task EndAsync(long id);

    /// <summary>Ends all sessions.</summary>
    /// <returns>When they have ended.</returns>
    Task EndAllAsync();
}
