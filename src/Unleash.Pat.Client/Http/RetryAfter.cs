namespace Unleash.Pat.Client;

/// <summary>Reads <c>Retry-After</c>, which is a number of seconds or an instant.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } instant } => Later(instant - timeProvider.GetUtcNow()),
        _ => null,
    };

    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
