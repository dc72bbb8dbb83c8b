using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Limits sign-ins a minute from one address (docs/api.md, section 3).</summary>
/// <remarks>Threat: guessing passwords, and using up the processors with hashing.</remarks>
internal static class SignInRateLimit
{
    public const string Policy = "sign-in";

    private const string Key = "RateLimiting:LoginPerMinute";
    private const int DefaultPerMinute = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSignInRateLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var permits = configuration.GetValue(Key, DefaultPerMinute);
        if (permits < 1)
        {
            throw new StartupException($"{Key} must be at least 1.");
        }

        return services.AddRateLimiter(options =>
        {
            options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
                NetworkSource.Of(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }));
            options.OnRejected = (rejected, _) => new ValueTask(RejectAsync(rejected, permits));
        });
    }

    private static Task RejectAsync(OnRejectedContext rejected, int permits)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var headers = rejected.HttpContext.Response.Headers;
        headers["RateLimit-Limit"] = permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = "0";
        headers["RateLimit-Reset"] = seconds.ToString(CultureInfo.InvariantCulture);
        var writer = rejected.HttpContext.RequestServices.GetRequiredService<ErrorWriter>();
        return writer.WriteAsync(rejected.HttpContext, new RefusedException(Errors.TooManySignIns(seconds)));
    }
}
