namespace Unleash.Pat.Application.Instance.GetInstanceInfo;

/// <summary>What a user interface must know of this service.</summary>
/// <param name="PatsEnabled">Whether personal access tokens can be issued and listed.</param>
/// <param name="MaxPatsPerUser">The most tokens one account holds.</param>
public sealed record InstanceInfo(bool PatsEnabled, int MaxPatsPerUser);
