namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How an engine's index of parts of search keys finds the accounts whose keys can contain a part.</summary>
/// <param name="Accounts">A query of their <c>id</c>; it takes <c>@Match</c>.</param>
/// <param name="Match">The value of <c>@Match</c>.</param>
/// <param name="IsForRareParts">Whether its cost grows with the number of accounts that have the part.</param>
internal sealed record PartIndex(string Accounts, string Match, bool IsForRareParts);
