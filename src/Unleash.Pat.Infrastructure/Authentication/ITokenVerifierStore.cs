namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Where tokens of one kind are kept, as far as verifying them goes.</summary>
internal interface ITokenVerifierStore : ITokenUses
{
    /// <summary>The token of that selector, or <see langword="null"/>.</summary>
    Task<VerifiableToken?> FindAsync(string selector, CancellationToken cancellationToken);
}
