using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Support;

/// <summary>
/// Who is asking. Not a mock, so that what the port itself promises of a missing account holds here too.
/// </summary>
internal sealed class FakeCurrentUser : ICurrentUser, IClientInfo
{
    public static readonly Caller Ann = new(7, "ann@example.com", RootRole.Viewer);
    public static readonly Caller Administrator = new(1, "admin", RootRole.Admin);

    /// <summary>docs/api.md, section 3: it belongs to no account and holds ADMIN.</summary>
    public static readonly Caller AdminToken = new(null, "admin-token", RootRole.Admin);

    public Caller? Caller { get; set; } = Ann;

    public long? SessionId { get; set; }

    public string? Address { get; set; } = "192.0.2.7";

    public string? UserAgent { get; set; } = "curl/8.5.0";
}
