using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Sessions;

/// <summary>The sessions of one account: the user's own, or another user's for an administrator.</summary>
public interface ISessionCollection
{
    /// <summary>The text of the button that ends all sessions.</summary>
    string EndAllAction { get; }

    /// <summary>Explains what happens when all sessions end.</summary>
    string EndAllConsequence { get; }

    Task<IReadOnlyList<Session>> ListAsync(CancellationToken cancellationToken);

    Task EndAsync(long id);

    Task EndAllAsync();
}
