using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Sessions;

/// <summary>The client in the events of signing in and out.</summary>
/// <remarks>
/// Threat: people type their password where the username belongs. So the event of a refused sign-in does not contain what
/// was typed.
/// </remarks>
public sealed record SignInEventData(string? Address, string? UserAgent)
{
    /// <summary>Why a sign-in by the identity provider was refused; see <see cref="ProviderSignInFailure"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Who was refused, by the provider's own id.</summary>
    public string? Subject { get; init; }

    internal static SignInEventData From(IClientInfo client) => new(client.Address, client.UserAgent);
}
