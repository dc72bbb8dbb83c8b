using Unleash.Pat.AdminUi.Users;

namespace Unleash.Pat.AdminUi.UnitTests.Users;

public class MailLinkTests
{
    [Fact]
    public void Subject_and_body_are_filled_in() =>
        MailLink.Create("ada@example.org", "Your link", "Hello,\nhttps://example.org/new-user?token=a_b&c\n").ShouldBe(
            "mailto:ada@example.org?subject=Your%20link&body=Hello%2C%0D%0Ahttps%3A%2F%2Fexample.org%2Fnew-user%3Ftoken%3Da_b%26c%0D%0A");

    [Theory]
    [InlineData("a@example.org?bcc=b@example.org", "mailto:a@example.org%3Fbcc%3Db@example.org?subject=")]
    [InlineData("a@example.org,b@example.org", "mailto:a@example.org%2Cb@example.org?subject=")]
    [InlineData("größe@example.org", "mailto:gr%C3%B6%C3%9Fe@example.org?subject=")]
    public void An_address_adds_no_other_recipient(string address, string beginning) =>
        MailLink.Create(address, "", "").ShouldStartWith(beginning);
}
