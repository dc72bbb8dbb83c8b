using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.Policy;

/// <summary>A policy to compare tokens with. Absent properties are as in force; <c>null</c> is unset.</summary>
public sealed record CheckPolicyRequest : PartialBody
{
    /// <summary>Whether tokens can be created; refuses no token that exists.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The most tokens that an account holds; refuses no token that exists.</summary>
    public int? MaxPerUser { get; init; }

    /// <summary>The lifetime of a token that is created without an expiry; refuses no token that exists.</summary>
    public string? DefaultLifetime { get; init; }

    /// <summary>The longest lifetime.</summary>
    /// <example>90.00:00:00</example>
    public string? MaxLifetime { get; init; }

    /// <summary>Whether a token must have a description.</summary>
    /// <example>true</example>
    public bool? RequireDescription { get; init; }

    /// <summary>Whether a token can create tokens that expire later than itself; refuses no token that exists.</summary>
    public bool? TokensMayOutliveIssuer { get; init; }

    /// <summary>For how long a secret works after its rotation; refuses no token that exists.</summary>
    public string? RotationOverlap { get; init; }

    /// <summary>After what time without a use a token is revoked.</summary>
    /// <example>90.00:00:00</example>
    public string? RevokeUnusedAfter { get; init; }

    /// <summary>How long after its expiry a token is deleted; refuses no token that exists.</summary>
    public string? DeleteExpiredAfter { get; init; }

    /// <summary>Days before the expiry at which a warning is due; refuses no token that exists.</summary>
    public IReadOnlyList<int>? ExpiryNotificationDays { get; init; }

    /// <summary>The scopes that tokens can have.</summary>
    public IReadOnlyList<PolicyScopeSchema>? Scopes { get; init; }
}

/// <summary>Which tokens a policy would refuse.</summary>
/// <param name="Refused">How many.</param>
/// <param name="Accounts">The accounts that hold most of them, most first; at most 100.</param>
/// <param name="AccountsTotal">How many accounts hold any.</param>
public sealed record PolicyCheckSchema(long Refused, IReadOnlyList<RefusedAccountSchema> Accounts, long AccountsTotal);

/// <summary>An account that holds tokens which a policy would refuse; absent values are left out.</summary>
public sealed record RefusedAccountSchema : TokenHolderSchema
{
    /// <summary>How many.</summary>
    /// <example>3</example>
    [JsonPropertyOrder(1)]
    public long Tokens { get; init; }
}
