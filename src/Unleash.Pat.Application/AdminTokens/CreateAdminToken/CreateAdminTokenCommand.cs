using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

/// <summary>Issues an admin token.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Must be <see cref="AdminType"/>, in any case.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime of personal tokens.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateAdminTokenCommand(string Name, string Type, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedAdminToken>
{
    /// <summary>The only type of API token that this service issues.</summary>
    public const string AdminType = "admin";
}
