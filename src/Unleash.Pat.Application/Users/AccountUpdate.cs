using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>What of an account is to be changed; <see langword="null"/> keeps what is.</summary>
/// <param name="Id">The account.</param>
/// <param name="AccountType">Which kind it must be; one of another kind is not found.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="RootRole">What it may do.</param>
public sealed record AccountUpdate(long Id, string AccountType, string? Name, string? Email, RootRole? RootRole);
