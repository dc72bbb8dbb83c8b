namespace Unleash.Pat.AspNetCore.Handling;

/// <summary>Tells the challenge that it is not the token's fault.</summary>
internal sealed class UnverifiedException(TimeSpan retryAfter)
    : Exception("The personal access token could not be verified, because the service that issued it did not answer.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
