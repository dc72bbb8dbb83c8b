using Unleash.Pat.AdminUi.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.AdminUi.UnitTests.Users;

public class PasswordRulesTests
{
    [Fact]
    public void The_minimum_length_is_the_services_in_code_points()
    {
        PasswordRules.Validate(Keys(PasswordPolicy.MinLength - 1)).ShouldNotBeNull().ShouldContain($"{PasswordPolicy.MinLength}");
        PasswordRules.Validate(Keys(PasswordPolicy.MinLength)).ShouldBeNull();
        PasswordRules.Hint.ShouldContain($"{PasswordPolicy.MinLength}");
    }

    private static string Keys(int count) => string.Concat(Enumerable.Repeat("🔑", count));
}
