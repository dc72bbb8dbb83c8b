using System.Diagnostics.CodeAnalysis;

namespace Unleash.Pat.AspNetCore;

/// <summary>What a verification found.</summary>
public readonly struct UnleashPatResult : IEquatable<UnleashPatResult>
{
    private UnleashPatResult(UnleashPatStatus status, UnleashPatToken? token = null, TimeSpan retryAfter = default)
    {
        Status = status;
        Token = token;
        RetryAfter = retryAfter;
    }

    /// <summary>The outcome.</summary>
    public UnleashPatStatus Status { get; }

    /// <summary>The valid token; <see langword="null"/> unless <see cref="IsActive"/>.</summary>
    public UnleashPatToken? Token { get; }

    /// <summary>When to try again where <see cref="Status"/> is <see cref="UnleashPatStatus.Unreachable"/>; else zero.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>Whether the token is valid.</summary>
    [MemberNotNullWhen(true, nameof(Token))]
    public bool IsActive => Token is not null;

    internal static UnleashPatResult NotAToken => default;

    internal static UnleashPatResult Inactive => new(UnleashPatStatus.Inactive);

    internal static UnleashPatResult Active(UnleashPatToken token) => new(UnleashPatStatus.Active, token);

    internal static UnleashPatResult Unreachable(TimeSpan retryAfter) => new(UnleashPatStatus.Unreachable, null, retryAfter);

    /// <summary>Whether two results are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> where status, token and time are the same.</returns>
    public static bool operator ==(UnleashPatResult left, UnleashPatResult right) => left.Equals(right);

    /// <summary>Whether two results differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> where status, token or time differ.</returns>
    public static bool operator !=(UnleashPatResult left, UnleashPatResult right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UnleashPatResult other) =>
        Status == other.Status && ReferenceEquals(Token, other.Token) && RetryAfter == other.RetryAfter;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnleashPatResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, Token, RetryAfter);
}
