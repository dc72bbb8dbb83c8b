using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A change of an account; <see langword="null"/> leaves a property as it is.</summary>
/// <param name="AccountType">Its kind; an account of another kind is not found.</param>
/// <param name="Name">The name to show.</param>
/// <param name="IsEnabled">Whether it can sign in and its tokens authenticate.</param>
public sealed record AccountUpdate(
    long Id, AccountType AccountType, string? Name, string? Email, RootRole? RootRole, bool? IsEnabled = null);
