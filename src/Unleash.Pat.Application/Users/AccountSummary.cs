using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>An account as lists of other things show it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="Email">The e-mail address, or none.</param>
/// <param name="AccountType">Its kind.</param>
/// <param name="IsEnabled">Whether it can sign in and its tokens authenticate.</param>
public sealed record AccountSummary(
    long Id, string? Username, string? Name, string? Email, AccountType AccountType, bool IsEnabled);
