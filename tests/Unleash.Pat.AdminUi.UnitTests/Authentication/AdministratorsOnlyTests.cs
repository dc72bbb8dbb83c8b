using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

public class AdministratorsOnlyTests : ComponentTests
{
    [Theory]
    [InlineData("ADMIN", true)]
    [InlineData("READ_ROLE", false)]
    public async Task Other_users_see_a_message_instead_of_the_content(string permission, bool isShown)
    {
        Me.Permissions = [new GrantedPermission { Permission = permission }];
        await BeginSessionAsync();

        var page = Render<AdministratorsOnly>(parameters => parameters.AddChildContent("The accounts"));

        page.VisibleText().Contains("The accounts", StringComparison.Ordinal).ShouldBe(isShown);
        page.VisibleText().Contains("You need the role Admin", StringComparison.Ordinal).ShouldBe(!isShown);
    }
}
