namespace Unleash.Pat.Application.Sessions;

/// <summary>What the event log keeps of signing in and out.</summary>
/// <param name="Address">From where.</param>
/// <param name="UserAgent">By which program.</param>
/// <remarks>
/// Threat: people type their password where the username belongs; so the event of a refusal does not hold what was
/// typed.
/// </remarks>
public sealed record SignInEventData(string? Address, string? UserAgent);
