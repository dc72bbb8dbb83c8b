using System.Globalization;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Importing;

/// <summary>A row of Unleash's <c>users</c>.</summary>
internal sealed class UnleashAccountRow
{
    public int Id { get; init; }

    public string? Username { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? PasswordHash { get; init; }

    public int LoginAttempts { get; init; }

    public DateTime? CreatedAt { get; init; }

    public DateTime? SeenAt { get; init; }

    public bool IsDeleted { get; init; }

    public bool IsService { get; init; }

    public bool IsSystem { get; init; }

    public string? Role { get; init; }

    public SourceAccount ToAccount(IReadOnlyList<SourceToken> tokens) => new(
        Id.ToString(CultureInfo.InvariantCulture),
        IsService ? AccountType.ServiceAccount : AccountType.User,
        Username,
        Email,
        Name,
        Role)
    {
        CreatedAt = CreatedAt,
        SeenAt = SeenAt,
        LoginAttempts = LoginAttempts,
        PasswordHash = PasswordHash,
        Unfit = IsSystem ? "It is an account of Unleash itself." : IsDeleted ? "It was deleted in Unleash." : null,
        Tokens = tokens,
    };
}
