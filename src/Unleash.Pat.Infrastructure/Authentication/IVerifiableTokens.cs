namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Where tokens of one kind are kept, as far as verifying them goes.</summary>
internal interface IVerifiableTokens
{
    /// <summary>The token of that selector, or <see langword="null"/>.</summary>
    Task<VerifiableToken?> FindAsync(string selector, CancellationToken cancellationToken);

    /// <summary>Writes down when tokens were used; never backwards.</summary>
    Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken);
}
