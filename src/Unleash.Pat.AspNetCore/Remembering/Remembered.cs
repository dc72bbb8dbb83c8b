namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>One answer of the service, with the times after which it no longer counts.</summary>
internal sealed class Remembered(UnleashPatToken token, Mark ofToken, Mark ofAccount, long until)
{
    private readonly long _expiresAt = token.ExpiresAt?.UtcTicks ?? long.MaxValue;

    public UnleashPatToken Token { get; } = token;

    public Mark OfToken { get; } = ofToken;

    public Mark OfAccount { get; } = ofAccount;

    /// <summary>Whether it still counts, apart from <c>RememberFor</c>.</summary>
    /// <param name="utcTicks">The wall clock: the service set the expiry by it.</param>
    public bool IsValid(long utcTicks) => utcTicks < _expiresAt && !OfToken.IsForgotten && !OfAccount.IsForgotten;

    /// <summary>Whether it was asked for recently enough.</summary>
    /// <param name="timestamp">The clock of durations, which nobody sets.</param>
    public bool IsFresh(long timestamp) => timestamp < until;
}
