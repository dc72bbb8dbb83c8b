namespace Unleash.Pat.Application.Authentication;

/// <summary>Uses that this node has not written yet.</summary>
/// <param name="Count">Of how many tokens.</param>
/// <param name="Age">For how long the one that has waited longest has waited.</param>
internal readonly record struct PendingUses(int Count, TimeSpan Age);
