using System.Collections.ObjectModel;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The section <c>Pats</c> of the configuration (docs/api.md, section 6).</summary>
public sealed class PatOptions
{
    private static readonly TimeSpan UnsetLifetime = TimeSpan.FromDays(30);

    /// <summary>The section's name.</summary>
    public const string Section = "Pats";

    /// <summary>The most scopes that <c>Pats:Scopes</c> names.</summary>
    public const int MaxNamedScopes = 400;

    /// <summary>
    /// Whether tokens can be created and rotated. If not, existing tokens still authenticate and can be listed and revoked.
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The most tokens that an account holds, expired ones included, 1 to 1000. A lower value revokes nothing: accounts that
    /// hold more cannot create tokens until they hold fewer. Default: 10.
    /// </summary>
    public int MaxPerUser { get; set; } = 10;

    /// <summary>
    /// The lifetime of a token that is created without an expiry; more than zero, and not longer than <see cref="MaxLifetime"/>.
    /// Default: 30 days, or <see cref="MaxLifetime"/> where that is shorter.
    /// </summary>
    public TimeSpan? DefaultLifetime { get; set; }

    /// <summary>The longest lifetime; more than zero. Default: unset, which lets tokens live to the year 9999.</summary>
    public TimeSpan? MaxLifetime { get; set; }

    /// <summary>Whether a token must have a description, as in Unleash. Default: <see langword="false"/>.</summary>
    public bool RequireDescription { get; set; }

    /// <summary>
    /// Whether a token can create tokens that expire later than itself. Default: <see langword="false"/>.
    /// </summary>
    public bool TokensMayOutliveIssuer { get; set; }

    /// <summary>
    /// For how long the former secret of a rotated token stays valid, where the request does not say: zero to 7 days.
    /// Default: zero.
    /// </summary>
    public TimeSpan RotationOverlap { get; set; }

    /// <summary>
    /// A token that was not used for so long is revoked; one that never was counts from its creation. Default: unset, which
    /// revokes none.
    /// </summary>
    /// <remarks>Uses are written within two minutes, so a token is revoked up to that much later.</remarks>
    public TimeSpan? RevokeUnusedAfter { get; set; }

    /// <summary>Expired tokens are deleted so long after their expiry. Default: unset, which keeps them.</summary>
    public TimeSpan? DeleteExpiredAfter { get; set; }

    /// <summary>Days before expiry at which <c>expires-soon</c> is shown, 1 to 3650. Default: 14 and 3.</summary>
    public IList<int>? ExpiryNotificationDays { get; set; }

    /// <summary>
    /// The scopes that tokens can have beside <c>api:read</c> and <c>api:write</c>, with what each is for. Default: none is
    /// named, which lets tokens have any.
    /// </summary>
    public IReadOnlyDictionary<string, string> Scopes { get; internal set; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether a token can be given a scope of the right form.</summary>
    public bool Accepts(string scope) =>
        Scopes.Count == 0 || scope is TokenScopes.ApiRead or TokenScopes.ApiWrite || Scopes.ContainsKey(scope);

    /// <summary>What the services that verify a token are told of its scopes.</summary>
    /// <param name="scopes">The token's own; <see langword="null"/> of an unrestricted token, which has all that are named.</param>
    /// <returns><see langword="null"/> where the token is unrestricted and none is named.</returns>
    public IReadOnlyList<string>? ScopesOf(TokenScopes? scopes) =>
        scopes is null && Scopes.Count > 0 ? [.. Scopes.Keys] : scopes;

    internal IEnumerable<int> NotificationDays => ExpiryNotificationDays ?? [14, 3];

    /// <summary>The rule for expiry that the two lifetimes make.</summary>
    public ExpiryPolicy Policy => new(DefaultLifetime ?? UnsetLifetime, MaxLifetime);

    /// <summary>The warning to show about a token at <paramref name="now"/>.</summary>
    public ExpiryWarning WarningAbout(PersonalAccessToken pat, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(pat);
        return pat.WarningAt(now, NotificationDays);
    }
}
