namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>What one read of the revocations has found. Empty where there is nothing new.</summary>
/// <param name="Tokens">Personal access tokens.</param>
/// <param name="Accounts">Accounts, all of whose tokens are to be verified again.</param>
public sealed record RevocationBatch(IReadOnlyList<long> Tokens, IReadOnlyList<long> Accounts)
{
    /// <summary>Whether it says only that the node is up to date.</summary>
    public bool IsEmpty => Tokens.Count == 0 && Accounts.Count == 0;

    internal static RevocationBatch Of(IReadOnlyCollection<Revocation> revocations) =>
        new(Ids(revocations, RevokedSubject.Pat), Ids(revocations, RevokedSubject.Account));

    private static List<long> Ids(IEnumerable<Revocation> revocations, RevokedSubject subject) =>
        [.. revocations.Where(revocation => revocation.Subject == subject).Select(revocation => revocation.SubjectId).Distinct()];
}
