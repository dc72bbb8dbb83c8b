using System.Text.Json;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class AuditEventExtensionsTests
{
    [Fact]
    public void Each_property_has_its_values_before_and_after()
    {
        var auditEvent = Event("""{"id":7,"name":"Ada","rootRole":3}""", """{"id":7,"name":"Countess","rootRole":2,"tokenName":null}""");

        auditEvent.Changes.ShouldBe(
        [
            new("Id", "7", "7"), new("Name", "Ada", "Countess"), new("Root role", "Viewer", "Editor"), new("Token name", null, null),
        ]);
        auditEvent.Changes.Select(change => change.IsChange).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void Nested_values_are_listed() =>
        Event(null, """{"count":3,"kinds":{"malformed":1,"wrongSecret":2}}""").Changes.ShouldBe(
        [
            new("Count", null, "3"), new("Kinds", null, "malformed: 1, wrong secret: 2"),
        ]);

    [Theory]
    [InlineData(null, """{"description":"laptop","username":"ada"}""", "laptop")]
    [InlineData("""{"username":"ada","email":"a@example.org"}""", null, "ada")]
    [InlineData(null, """{"name":"","email":"a@example.org"}""", "a@example.org")]
    [InlineData("""{"username":"ada"}""", null, "ada")]
    [InlineData(null, """{"count":2}""", null)]
    [InlineData(null, "[1]", null)]
    [InlineData(null, null, null)]
    public void The_event_is_about_the_first_name_in_the_data(string? before, string? after, string? name) =>
        Event(before, after).TargetName.ShouldBe(name);

    [Fact]
    public void The_address_from_which_it_was_done_is_no_change() =>
        new AuditEvent { Data = Read("""{"address":"::1","userAgent":"curl"}"""), Ip = "::1" }.Changes.ShouldHaveSingleItem().Property.ShouldBe("User agent");

    [Theory]
    [InlineData("pat-revoked", """{"reason":"unused"}""", "not used for too long")]
    [InlineData("pat-revoked", """{"reason":"expired"}""", "expired long ago")]
    [InlineData("pat-revoked", """{"reason":"of-another-version"}""", "of-another-version")]
    [InlineData("pat-revoked", "{}", null)]
    [InlineData("pat-rotated", """{"reason":"unused"}""", null)]
    public void The_reason_says_why_a_token_was_revoked(string type, string before, string? reason)
    {
        var auditEvent = Event(before, null);
        auditEvent.Type = type;

        auditEvent.Reason.ShouldBe(reason);
    }

    private static AuditEvent Event(string? before, string? after) => new() { PreData = Read(before), Data = Read(after) };

    private static JsonElement? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
