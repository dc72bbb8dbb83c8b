using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void The_length_is_10_to_256_code_points(int length, int faults)
    {
        Faults(new string('x', length)).Count.ShouldBe(faults);
        Faults(string.Concat(Enumerable.Repeat("🔑", length))).Count.ShouldBe(faults);
    }

    [Theory]
    [InlineData("ServiceUser1")]
    [InlineData("serviceuser1")]
    [InlineData(" serviceuser1 ")]
    [InlineData("Some.One@Example.Com")]
    public void A_name_of_the_account_is_no_password(string password) =>
        Faults(password, "ServiceUser1", "some.one@example.com").ShouldHaveSingleItem()
            .ShouldBe(PasswordFault.IsName);

    [Fact]
    public void A_name_within_the_password_does_not_matter() =>
        Faults("serviceuser1 and more", "ServiceUser1", null).ShouldBeEmpty();

    [Fact]
    public void All_broken_rules_are_told() =>
        PasswordPolicy.Faults(new Password("short"), ["SHORT"], _ => true)
            .ShouldBe([PasswordFault.TooShort, PasswordFault.IsName, PasswordFault.IsCommon]);

    [Theory]
    [InlineData("aaaaaaaaaa")]
    [InlineData("          ")]
    [InlineData("lower case only")]
    [InlineData("пароль пароль")]
    public void There_are_no_rules_of_composition(string password) => Faults(password).ShouldBeEmpty();

    private static List<PasswordFault> Faults(string password, params string?[] names) =>
        [.. PasswordPolicy.Faults(new Password(password), names, _ => false)];
}
