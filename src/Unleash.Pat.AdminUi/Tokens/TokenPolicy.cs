using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The service's rules for new tokens. The form offers only what they allow.</summary>
internal sealed record TokenPolicy
{
    private static readonly TimeSpan[] CommonLifetimes = [.. new[] { 7, 30, 60, 90 }.Select(days => TimeSpan.FromDays(days))];

    /// <summary>Whether tokens can be created (<c>Pats:Enabled</c>).</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The maximum number of tokens of an account.</summary>
    public int? MaxPerUser { get; init; }

    public bool RequiresDescription { get; init; }

    /// <summary>The lifetime of a token without an expiry in the request.</summary>
    public TimeSpan DefaultLifetime { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan? MaxLifetime { get; init; }

    /// <summary>The scopes that a token can have beside the service's own; empty where it can have any.</summary>
    public IReadOnlyList<NamedScope> Scopes { get; init; } = [];

    public ExpiryChoice Default => ExpiryChoice.After(DefaultLifetime);

    /// <summary>The choices to offer: common lifetimes that are allowed, and the service's default.</summary>
    public IReadOnlyList<ExpiryChoice> Choices
    {
        get
        {
            var lifetimes = CommonLifetimes.Append(DefaultLifetime);
            if (MaxLifetime < CommonLifetimes[^1])
            {
                lifetimes = lifetimes.Append(MaxLifetime.Value);
            }

            return
            [
                .. lifetimes.Where(lifetime => !(lifetime > MaxLifetime)).Distinct().Order().Select(ExpiryChoice.After),
                ExpiryChoice.Custom,
                .. MaxLifetime is null ? new[] { ExpiryChoice.Never } : [],
            ];
        }
    }

    public static TokenPolicy From(ServiceConfiguration? configuration)
    {
        if (configuration?.PersonalAccessTokens is not { } rules)
        {
            return new TokenPolicy();
        }

        return new TokenPolicy
        {
            IsEnabled = rules.Enabled,
            MaxPerUser = rules.MaxPerUser,
            RequiresDescription = rules.RequireDescription,
            DefaultLifetime = TimeSpan.FromSeconds(rules.DefaultLifetime),
            MaxLifetime = rules.MaxLifetime is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Scopes = rules.Scopes ?? [],
        };
    }

    /// <summary>The latest expiry of a token that is created now.</summary>
    public DateTimeOffset Latest(TimeProvider time) => MaxLifetime is { } longest ? Timestamps.After(longest, time) : Timestamps.Never;
}
