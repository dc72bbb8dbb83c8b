using FluentValidation;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The rules of a new token, for every use case that creates one, in the words of the wire.</summary>
internal static class PatRules
{
    public static void MustBeDescription<T>(this IRuleBuilderInitial<T, string?> rule, PatOptions options) =>
        rule.MustPass(text => FindErrors(text, options));

    public static void MustBeExpiry<T>(this IRuleBuilderInitial<T, DateTimeOffset?> rule, PatOptions options, TimeProvider time) =>
        rule.MustPass(expiry => options.Policy.FindError(expiry, UtcMilliseconds.UtcNow(time)) is { } error ? [error] : []);

    public static void MustBeRotation<T>(
        this IRuleBuilderInitial<T, RotationRequest> rule, PatOptions options, TimeProvider time) =>
        rule.MustPass(rotation => FindErrors(rotation, options.Policy, UtcMilliseconds.UtcNow(time)));

    public static void MustBeChange<T>(this IRuleBuilderInitial<T, PatChange> rule, TimeProvider time) =>
        rule.MustPass(change => FindErrors(change, UtcMilliseconds.UtcNow(time)));

    public static void MustBeScopes<T>(this IRuleBuilderInitial<T, IReadOnlyList<string>?> rule, PatOptions options) =>
        rule.MustPass(scopes => scopes is null ? [] : FindErrors(scopes, options));

    /// <summary>The error in an expiry that a request names, or <see langword="null"/>.</summary>
    public static ServiceError? FindError(this ExpiryPolicy policy, DateTimeOffset? expiry, DateTimeOffset now) =>
        (expiry is { } named ? policy.FindFault(named, now) : null) switch
        {
            null => null,
            ExpiryFault.NotInFuture => Errors.ExpiryNotInFuture,
            _ => Errors.ExpiryTooLate(UtcMillisecondsJsonConverter.ToText(policy.Latest(now))),
        };

    /// <summary>Why a token was not stored.</summary>
    /// <param name="ownerMissing">The refusal where the account was deleted after it was read.</param>
    public static ServiceError Refusal(WriteStatus status, PatOptions options, ServiceError ownerMissing) => status switch
    {
        WriteStatus.LimitReached => Errors.TooManyPats(options.MaxPerUser),
        WriteStatus.NameTaken => Errors.DescriptionExists,
        WriteStatus.OwnerUnfit => ownerMissing,
        _ => throw new InvalidOperationException($"Unknown outcome {status}."),
    };

    private static IEnumerable<ServiceError> FindErrors(RotationRequest rotation, ExpiryPolicy policy, DateTimeOffset now)
    {
        if (policy.FindError(rotation.ExpiresAt, now) is { } error)
        {
            yield return error;
        }

        if (rotation.OverlapSeconds is < 0 || rotation.OverlapSeconds > PatRotation.MaxOverlap.TotalSeconds)
        {
            yield return Errors.OverlapInvalid;
        }
    }

    private static IEnumerable<ServiceError> FindErrors(PatChange change, DateTimeOffset now)
    {
        if (change.ExpiresAt is { } expiry && UtcMilliseconds.Truncate(expiry) <= now)
        {
            yield return Errors.ExpiryNotInFuture;
        }

        foreach (var error in change.Description is { } text ? FindErrors(text) : [])
        {
            yield return error;
        }
    }

    private static IEnumerable<ServiceError> FindErrors(string? text, PatOptions options) => text is not null
        ? FindErrors(text)
        : options.RequireDescription ? [Errors.DescriptionEmpty] : [];

    private static IEnumerable<ServiceError> FindErrors(string text) => TokenDescription.FindFault(text) switch
    {
        null => [],
        TokenDescriptionFault.Blank => [Errors.DescriptionEmpty],
        TokenDescriptionFault.TooLong => [Errors.DescriptionTooLong],
        _ => [Errors.DescriptionHasNul],
    };

    private static IEnumerable<ServiceError> FindErrors(IReadOnlyList<string> scopes, PatOptions options)
    {
        var faults = TokenScopes.FindFaults(scopes).ToDictionary(fault => fault.Index, fault => fault.Fault);
        foreach (var (index, scope) in scopes.Take(TokenScopes.MaxCount + 1).Index())
        {
            if (faults.TryGetValue(index, out var fault))
            {
                yield return fault switch
                {
                    TokenScopesFault.Malformed => Errors.ScopeMalformed(index),
                    TokenScopesFault.Repeated => Errors.ScopeRepeated(index, scope),
                    _ => Errors.TooManyScopes(index),
                };
            }
            else if (!options.Accepts(scope))
            {
                yield return Errors.ScopeNotNamed(index, scope);
            }
        }
    }
}
