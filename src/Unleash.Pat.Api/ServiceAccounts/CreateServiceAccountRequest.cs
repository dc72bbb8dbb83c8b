using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>A new account for a program, as Unleash has it.</summary>
public sealed record CreateServiceAccountRequest
{
    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the log; unique among all accounts.</summary>
    public required string Username { get; init; }

    /// <summary>The root role's id as an integer, or its name as a text.</summary>
    /// <example>Viewer</example>
    [TextOrInteger]
    public required string RootRole { get; init; }
}
