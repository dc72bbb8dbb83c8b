namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Keeps when admin tokens of the configuration were last used.</summary>
public interface IConfiguredTokenUses
{
    /// <summary>Remembers that a token has just authenticated a request; it is written down later.</summary>
    /// <param name="place">The token's place in the configuration.</param>
    void Mark(int place);

    /// <summary>When each was last used, as far as it is written down.</summary>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>In the configuration's order; <see langword="null"/> for one that never was.</returns>
    Task<IReadOnlyList<DateTimeOffset?>> GetAsync(CancellationToken cancellationToken);
}
