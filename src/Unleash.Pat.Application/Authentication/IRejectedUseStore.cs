namespace Unleash.Pat.Application.Authentication;

/// <summary>Stores how often secrets of personal access tokens were presented and refused.</summary>
public interface IRejectedUseStore
{
    /// <summary>The most tokens in one call.</summary>
    const int MaxBatchSize = 50;

    /// <summary>
    /// Adds to the tokens' counts, all or none. Where a superseded secret was presented, it records an event, at most one a
    /// minute for each token, however many nodes write.
    /// </summary>
    /// <param name="uses">At most <see cref="MaxBatchSize"/>, each token once, by id.</param>
    /// <exception cref="ServiceUnavailableException">Nothing was written, or it is not known whether all was.</exception>
    Task WriteRejectedAsync(IReadOnlyList<RejectedUse> uses, CancellationToken cancellationToken);
}

/// <summary>Refused presentations of a token's secrets.</summary>
/// <param name="Count">How many.</param>
/// <param name="At">When the first was refused.</param>
/// <param name="SupersededFrom">
/// Where a superseded secret came from, empty where that is not known; <see langword="null"/> where none was presented.
/// </param>
public sealed record RejectedUse(long TokenId, long Count, DateTimeOffset At, string? SupersededFrom);
