using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>docs/api.md, section 3, <c>GET /api/admin/user</c>, and how the event log names an account.</summary>
public class UserTests
{
    [Theory]
    [InlineData("ann", "ann@example.com", "ann@example.com")]
    [InlineData(null, "ann@example.com", "ann@example.com")]
    [InlineData("ann", null, "ann")]
    [InlineData(null, null, "user 7")]
    public void The_audit_names_the_address_else_the_username_else_the_id(string? username, string? email, string name)
    {
        User.NameForAudit(7, username, email).ShouldBe(name);
        Account(username, email).AuditName.ShouldBe(name);
    }

    // The digests are those of sha256sum over "ann@example.com", "ann" and "7".
    [Theory]
    [InlineData("ann", "Ann@Example.com", "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476")]
    [InlineData("ann", " ann@example.com ", "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476")]
    [InlineData("Ann", null, "49915e0d7d4b402e3017d010bc1c0e83cac6c797d6c16e66340fe3268693a6a1")]
    [InlineData(null, null, "7902699be42c8a8e46fbbb4501726517e86b22c56a189f7625a6da49081b2451")]
    public void The_picture_is_found_by_the_hash_of_address_else_username_else_id(
        string? username, string? email, string digest) =>
        Account(username, email).ImageUrl.ShouldBe($"https://gravatar.com/avatar/{digest}?s=42&d=retro&r=g");

    private static User Account(string? username, string? email) =>
        new(7, AccountType.User, username, email, null, RootRole.Viewer, 0, DateTimeOffset.UnixEpoch, null);
}
