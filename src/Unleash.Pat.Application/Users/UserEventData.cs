using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>An account in the event log, as in Unleash.</summary>
public sealed record UserEventData(long Id, string? Username, string? Email, string? Name, int RootRole)
{
    /// <summary><see langword="false"/> where the account is switched off.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What it was imported from; absent where it was created here.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary><see langword="true"/> where a link set the password.</summary>
    public bool? ByLink { get; init; }

    public static UserEventData From(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.Id, user.Username, user.Email, user.Name, user.RootRole.Id) { Enabled = user.IsEnabled ? null : false };
    }
}
