using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>The names are on the wire and in the database, so they stay as they are.</summary>
public class AccountTypeTests
{
    [Theory]
    [InlineData(AccountType.User, "User")]
    [InlineData(AccountType.ServiceAccount, "Service Account")]
    public void Every_kind_has_the_name_that_is_stored(AccountType type, string name)
    {
        type.ToName().ShouldBe(name);
        AccountTypeName.Parse(name).ShouldBe(type);
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own() =>
        Enum.GetValues<AccountType>().Select(type => AccountTypeName.Parse(type.ToName())).ShouldBe(Enum.GetValues<AccountType>());

    [Fact]
    public void Another_name_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => AccountTypeName.Parse("Robot"));
}
