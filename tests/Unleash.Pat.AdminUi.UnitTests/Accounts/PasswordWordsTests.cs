using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.AdminUi.UnitTests.Accounts;

public class PasswordWordsTests
{
    [Fact]
    public void The_shortest_password_is_the_services_own_counted_in_code_points()
    {
        PasswordWords.Fault(Keys(PasswordPolicy.MinLength - 1)).ShouldNotBeNull().ShouldContain($"{PasswordPolicy.MinLength}");
        PasswordWords.Fault(Keys(PasswordPolicy.MinLength)).ShouldBeNull();
        PasswordWords.Rules.ShouldContain($"{PasswordPolicy.MinLength}");
    }

    private static string Keys(int count) => string.Concat(Enumerable.Repeat("🔑", count));
}
