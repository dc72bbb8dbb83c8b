using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>docs/api.md, section 5: root roles and what they may do.</summary>
public class RootRoleTests
{
    [Theory]
    [InlineData(1, "Admin")]
    [InlineData(2, "Editor")]
    [InlineData(3, "Viewer")]
    public void The_ids_and_names_are_those_of_Unleash(int id, string name)
    {
        RootRole.FromId(id).Id.ShouldBe(id);
        RootRole.FromId(id).Name.ShouldBe(name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void There_are_no_other_roles(int id) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RootRole.FromId(id));

    [Theory]
    [InlineData("CREATE_PAT")]
    [InlineData("READ_PAT")]
    [InlineData("DELETE_PAT")]
    public void Every_role_manages_its_own_tokens(string permission) =>
        RootRole.All.ShouldAllBe(role => role.Grants(permission));

    [Fact]
    public void Only_Admin_administers() =>
        RootRole.All.Where(role => role.Grants("ADMIN")).ShouldHaveSingleItem().ShouldBe(RootRole.Admin);

    [Fact]
    public void Admin_holds_whatever_is_asked() => RootRole.Admin.Grants("UPDATE_PROJECT").ShouldBeTrue();

    [Theory]
    [InlineData("UPDATE_PROJECT")]
    [InlineData("create_pat")]
    [InlineData("")]
    public void The_other_roles_hold_what_they_state_and_no_more(string permission)
    {
        RootRole.Editor.Grants(permission).ShouldBeFalse();
        RootRole.Viewer.Grants(permission).ShouldBeFalse();
    }

    [Fact]
    public void The_wire_lists_one_permission_for_Admin() => RootRole.Admin.Permissions.ShouldBe(["ADMIN"]);
}
