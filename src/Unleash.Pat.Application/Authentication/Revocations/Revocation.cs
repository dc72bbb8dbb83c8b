namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>A change that makes wrong what nodes remember.</summary>
/// <param name="Id">Its id, which the database gives.</param>
/// <param name="SubjectId">The token, admin token or account.</param>
public sealed record Revocation(long Id, RevokedSubject Subject, long SubjectId);

/// <summary>What a revocation names. The numbers are stored.</summary>
public enum RevokedSubject
{
    /// <summary>A personal access token.</summary>
    Pat = 1,

    /// <summary>An admin token.</summary>
    AdminToken = 2,

    /// <summary>An account: all its tokens, and the admin tokens that it answers for.</summary>
    Account = 3,
}
