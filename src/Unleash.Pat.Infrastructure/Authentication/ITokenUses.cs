namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Where it is kept when tokens of one kind were last used.</summary>
internal interface ITokenUses
{
    /// <summary>Writes down when tokens were used; never backwards.</summary>
    Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken);
}
