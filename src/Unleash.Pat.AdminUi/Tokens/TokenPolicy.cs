using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The service's rules for new tokens, so that a form offers nothing that will be refused.</summary>
internal sealed record TokenPolicy
{
    private static readonly TimeSpan[] Usual = [.. new[] { 7, 30, 60, 90 }.Select(days => TimeSpan.FromDays(days))];

    /// <summary>Whether tokens can be issued at all (<c>Pats:Enabled</c>).</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>How many tokens an account can hold.</summary>
    public int? MaxPerUser { get; init; }

    public bool RequiresDescription { get; init; }

    /// <summary>The lifetime of a token that names no expiry.</summary>
    public TimeSpan DefaultLifetime { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan? MaxLifetime { get; init; }

    public ExpiryChoice Default => ExpiryChoice.After(DefaultLifetime);

    /// <summary>What a form offers: the usual lifetimes that are allowed, and the service's own.</summary>
    public IReadOnlyList<ExpiryChoice> Choices
    {
        get
        {
            var lifetimes = Usual.Append(DefaultLifetime);
            if (MaxLifetime < Usual[^1])
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

    public static TokenPolicy Of(ServiceConfiguration config)
    {
        var rules = config.PersonalAccessTokens;
        return new TokenPolicy
        {
            IsEnabled = rules.Enabled,
            MaxPerUser = rules.MaxPerUser,
            RequiresDescription = rules.RequireDescription,
            DefaultLifetime = TimeSpan.FromSeconds(rules.DefaultLifetime),
            MaxLifetime = rules.MaxLifetime is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    /// <summary>The latest expiry of a token that is issued now.</summary>
    public DateTimeOffset Latest(TimeProvider time) => MaxLifetime is { } longest ? Instants.After(longest, time) : Instants.Never;
}
