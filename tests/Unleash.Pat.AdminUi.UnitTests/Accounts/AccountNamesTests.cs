using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Accounts;

public class AccountNamesTests
{
    [Theory]
    [InlineData("Anna", "anna", "anna@example.com", "Anna")]
    [InlineData("", "anna", "anna@example.com", "anna")]
    [InlineData(null, null, "anna@example.com", "anna@example.com")]
    [InlineData(null, "", null, "Account 7")]
    public void An_account_has_its_first_available_name(string? name, string? username, string? email, string called)
    {
        new Account { Id = 7, Name = name, Username = username, Email = email }.DisplayName.ShouldBe(called);
        new User { Id = 7, Name = name, Username = username, Email = email }.DisplayName.ShouldBe(called);
    }

    [Theory]
    [InlineData("Builds", "builds", "Builds")]
    [InlineData("", "builds", "builds")]
    public void A_service_account_has_its_name_or_username(string name, string username, string called) =>
        new ServiceAccount { Id = 7, Name = name, Username = username }.DisplayName.ShouldBe(called);
}
