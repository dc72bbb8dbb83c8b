using System.Globalization;
using System.Text;
using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>What mails say, and what no name or description can do to them.</summary>
public sealed class NotificationTextTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 8, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(14, "Your access token \"laptop\" expires in 14 days")]
    [InlineData(1, "Your access token \"laptop\" expires within a day")]
    public void Days_are_said_in_words(int days, string subject)
    {
        var text = Of(NotificationType.ExpiresSoon, data => data with { DaysLeft = days });

        text.Subject.ShouldBe(subject);
        text.Happened.ShouldStartWith("It stops working on 1 July 2026, 00:00 UTC.");
    }

    [Theory]
    [InlineData(NotificationType.Expired, null, "Your access token \"laptop\" has expired")]
    [InlineData(NotificationType.Revoked, "administrator", "Your access token \"laptop\" was revoked by an administrator")]
    [InlineData(NotificationType.Revoked, "holder", "Your access token \"laptop\" was revoked by someone who had its secret")]
    [InlineData(NotificationType.Revoked, "unused", "Your access token \"laptop\" was revoked because it was not used")]
    [InlineData(NotificationType.SupersededSecretUsed, null, "An old secret of your access token \"laptop\" was used")]
    public void Each_kind_has_its_subject(string type, string? reason, string subject) =>
        Of(type, data => data with { Reason = reason }).Subject.ShouldBe(subject);

    [Fact]
    public void From_where_is_said_if_it_is_known()
    {
        Of(NotificationType.SupersededSecretUsed, data => data with { Address = "192.0.2.7" }).Happened
            .ShouldBe("A secret that a rotation had replaced was presented on 1 June 2026, 08:05 UTC from the address 192.0.2.7, and refused.");
        Of(NotificationType.SupersededSecretUsed, data => data).Happened.ShouldNotContain("address");
    }

    [Fact]
    public void A_service_account_is_named() =>
        Of(NotificationType.Expired, data => data with { Owner = data.Owner with { AccountType = "Service Account", Name = "Deploy" } }).Subject
            .ShouldBe("The access token \"laptop\" of the service account \"Deploy\" has expired");

    [Fact]
    public void A_text_of_others_is_one_short_line_in_one_direction()
    {
        var text = NotificationText.Shown("a\r\nb\u202Ec\u2028d\u0000e\u200Ff");
        text.ShouldBe("abcdef");

        var cut = NotificationText.Shown(new StringBuilder().Insert(0, "e\u0301", 500).ToString());
        cut.ShouldEndWith("\u0301…");
        new StringInfo(cut).LengthInTextElements.ShouldBeLessThanOrEqualTo(61);
        NotificationText.Shown(new string('x', 60)).ShouldBe(new string('x', 60));
    }

    private static NotificationText Of(string type, Func<NotificationData, NotificationData> change) => NotificationText.Of(new(
        type, At, change(new(new(7, "laptop", new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)), new(42, "User", "ann", "Ann", "ann@example.com", true)))));
}
