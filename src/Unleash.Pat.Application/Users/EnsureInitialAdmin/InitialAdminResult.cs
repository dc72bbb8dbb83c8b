using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.EnsureInitialAdmin;

/// <summary>What the first start has made.</summary>
/// <param name="Username">The new administrator's name; <see langword="null"/> where there were accounts already.</param>
/// <param name="GeneratedPassword">The password, where the service had to invent one.</param>
/// <param name="PasswordFile">The file that has it; <see langword="null"/> where it is to be shown in the terminal, once.</param>
public sealed record InitialAdminResult(string? Username, Password? GeneratedPassword = null, string? PasswordFile = null);
