namespace Unleash.Pat.Application.Instance.GetInstanceInfo;

/// <summary>What a user interface must know of this service.</summary>
/// <param name="PatsEnabled">Whether personal access tokens can be issued.</param>
/// <param name="MaxPatsPerUser">The most tokens one account holds.</param>
/// <param name="DefaultLifetime">The lifetime of a token that names no expiry.</param>
/// <param name="MaxLifetime">The longest lifetime, or <see langword="null"/> for no bound.</param>
/// <param name="RequireDescription">Whether a token must be given a description.</param>
public sealed record InstanceInfo(
    bool PatsEnabled, int MaxPatsPerUser, TimeSpan DefaultLifetime, TimeSpan? MaxLifetime, bool RequireDescription);
