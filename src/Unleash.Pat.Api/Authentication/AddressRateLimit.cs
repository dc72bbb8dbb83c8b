using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Limits how many requests of a kind one address sends in a minute.</summary>
/// <param name="Policy">The name by which an action takes the limit.</param>
/// <param name="Key">The setting.</param>
/// <param name="DefaultPerMinute">The limit where it is not set.</param>
/// <param name="Refusal">The error, which says how many seconds to wait.</param>
internal sealed record AddressRateLimit(string Policy, string Key, int DefaultPerMinute, Func<int, ServiceError> Refusal)
{
    /// <summary>Signing in. Threat: guessing passwords, and using up the processors with hashing.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Revoking a presented token. Threat: guessing tokens without credentials, and a write for each known one.</summary>
    public const string Revocation = "revocation";

    /// <summary>Using a link to set a password. Threat: guessing tokens, and using up the processors with hashing.</summary>
    public const string PasswordLink = "password-link";

    /// <summary>Signing in by a provider. Threat: events without end in the log, and requests without end to the provider.</summary>
    public const string ProviderSignIn = "provider-sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly IReadOnlyList<AddressRateLimit> All =
    [
        new(SignIn, "RateLimiting:LoginPerMinute", 10, Errors.TooManySignIns),
        new(ProviderSignIn, "RateLimiting:OpenIdConnectPerMinute", 120, Errors.TooManySignIns),
        new(PasswordLink, "RateLimiting:PasswordLinkPerMinute", 30, Errors.TooManyPasswordLinks),
        new(Revocation, "RateLimiting:RevokePerMinute", 60, Errors.TooManyRevocations),
    ];

    public static AddressRateLimit Of(string? policy) => All.Single(limit => limit.Policy == policy);

    public static IServiceCollection AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var permits = All.ToDictionary(limit => limit.Policy, limit => limit.ReadPermits(configuration));
        return services.AddRateLimiter(options =>
        {
            foreach (var (policy, count) in permits)
            {
                options.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
                    NetworkSource.Of(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = count, Window = Window }));
            }

            options.OnRejected = (rejected, _) =>
            {
                var endpoint = rejected.HttpContext.GetEndpoint()!;
                var limit = Of(endpoint.Metadata.GetRequiredMetadata<EnableRateLimitingAttribute>().PolicyName);
                return new ValueTask(limit.RejectAsync(rejected, permits[limit.Policy]));
            };
        });
    }

    private int ReadPermits(IConfiguration configuration) => configuration.GetValue(Key, DefaultPerMinute) is >= 1 and var permits
        ? permits
        : throw new StartupException($"{Key} must be at least 1.");

    private Task RejectAsync(OnRejectedContext rejected, int permits)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var headers = rejected.HttpContext.Response.Headers;
        headers["RateLimit-Limit"] = permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = "0";
        headers["RateLimit-Reset"] = seconds.ToString(CultureInfo.InvariantCulture);
        if (rejected.HttpContext.GetEndpoint()!.Metadata.GetMetadata<BeyondLimit>() is { } page)
        {
            page.Tell(rejected.HttpContext);
            return Task.CompletedTask;
        }

        var writer = rejected.HttpContext.RequestServices.GetRequiredService<ErrorWriter>();
        return writer.WriteAsync(rejected.HttpContext, new RefusedException(Refusal(seconds)));
    }
}

/// <summary>What an endpoint for browsers answers beyond the limit, instead of an error of the API.</summary>
internal sealed record BeyondLimit(Action<HttpContext> Tell);
