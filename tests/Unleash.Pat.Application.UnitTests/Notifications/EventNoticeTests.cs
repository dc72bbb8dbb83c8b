using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>docs/notifications.md: which events are told, and what of them.</summary>
public sealed class EventNoticeTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 23, 59, 0, TimeSpan.Zero);

    [Fact]
    public void A_revocation_by_an_administrator_names_the_administrator_and_not_from_where()
    {
        var notice = NoticeOf(EventType.PatDeleted, """{"id":7,"description":"laptop","expiresAt":"2026-07-01T00:00:00.000Z","selector":"s","ownerId":42,"secure":true,"address":"192.0.2.7"}""");

        notice.ShouldNotBeNull().Key.ShouldBe("event/9");
        notice.Content.ToJson().ShouldBe(
            """{"type":"token.revoked","timestamp":"2026-06-01T23:59:00.000Z","data":{"token":{"id":7,"description":"laptop","expiresAt":"2026-07-01T00:00:00.000Z"},"owner":{"id":42,"accountType":"User","username":"ann","email":"ann@example.com","enabled":true},"reason":"administrator","revokedBy":"admin"}}""");
        Notification.FromJson(notice.Content.ToJson()).ShouldBe(notice.Content);
    }

    [Theory]
    [InlineData("holder", "192.0.2.7")]
    [InlineData("unused", null)]
    public void A_revocation_by_the_holder_says_from_where_and_one_by_policy_why(string reason, string? address)
    {
        var data = NoticeOf(EventType.PatRevoked, $$"""{"description":"x","reason":"{{reason}}","address":"192.0.2.7"}""").ShouldNotBeNull().Content.Data;

        (data.Reason, data.Address, data.RevokedBy).ShouldBe((reason, address, null));
    }

    [Theory]
    [InlineData("""{"description":"x","expiresAt":"2026-05-01T00:00:00.000Z"}""")]
    [InlineData("""{"description":"x","reason":"expired"}""")]
    public void What_had_expired_before_is_not_told(string data) => NoticeOf(EventType.PatDeleted, data).ShouldBeNull();

    [Fact]
    public void Uses_of_superseded_secrets_are_told_once_a_day_and_token()
    {
        const string Data = """{"description":"x","address":"192.0.2.7"}""";
        var keys = new[] { At.AddHours(-10), At, At.AddHours(1) }.Select(at => NoticeOf(EventType.PatSupersededSecretUsed, Data, at).ShouldNotBeNull().Key).ToList();

        keys.ShouldBe(["superseded/7/2026-06-01", "superseded/7/2026-06-01", "superseded/7/2026-06-02"]);
    }

    private static NewNotification? NoticeOf(string type, string data, DateTimeOffset? at = null) => EventNotice.Of(
        new TokenEvent(9, type, "admin", at ?? At, 7, data, new NotificationOwner(42, "User", "ann", null, "ann@example.com", true)));
}
