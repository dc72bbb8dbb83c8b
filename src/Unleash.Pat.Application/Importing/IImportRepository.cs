using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>Stores what is taken from elsewhere, and remembers that it was, also after it is deleted here.</summary>
public interface IImportRepository
{
    /// <summary>The account that an earlier import made of one of the source.</summary>
    Task<EarlierImport?> FindAccountAsync(ImportKey key, CancellationToken cancellationToken);

    /// <summary>The account that has a username or an e-mail address, compared as names are.</summary>
    Task<long?> FindHolderAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether a token was imported before, or one with its selector exists.</summary>
    Task<EarlierImport?> FindTokenAsync(ImportKey key, string selector, CancellationToken cancellationToken);

    /// <summary>Stores an account, its tokens and an event for each, and remembers them: all of it or nothing.</summary>
    /// <returns>
    /// <see langword="false"/> where something has changed since it was looked at: a name, a description or a place was taken,
    /// the account deleted, or the same was imported beside. Nothing is stored then.
    /// </returns>
    Task<bool> AddAsync(NewImport import, CancellationToken cancellationToken);
}

/// <summary>What became of an account or a token of the source.</summary>
/// <param name="Id">What it is here.</param>
/// <param name="Exists">Whether it was not deleted since.</param>
public sealed record EarlierImport(long Id, bool Exists);

/// <summary>An account with tokens, or only tokens of an account that was imported before.</summary>
/// <param name="Key">What names the account at its source.</param>
/// <param name="From">The same in words, for the events.</param>
/// <param name="UserId">The account; <see langword="null"/> to create <paramref name="User"/>.</param>
/// <param name="User">The account to create.</param>
/// <param name="Tokens">Tokens whose <see cref="NewPat.UserId"/> does not count.</param>
/// <param name="MaxPerUser">The most tokens that the account may hold.</param>
/// <param name="Audit">Who imports, and when, of any type.</param>
public sealed record NewImport(
    ImportKey Key, string From, long? UserId, NewUser? User, IReadOnlyList<NewImportedToken> Tokens, int MaxPerUser, AuditStamp Audit);

/// <summary>A token to store.</summary>
/// <param name="Key">What names it at its source.</param>
/// <param name="From">The same in words, for the event.</param>
public sealed record NewImportedToken(ImportKey Key, string From, NewPat Pat);
