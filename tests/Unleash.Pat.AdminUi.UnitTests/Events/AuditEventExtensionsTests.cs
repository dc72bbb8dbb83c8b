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
    [InlineData(null, """{"address":"127.0.0.1"}""", "from 127.0.0.1")]
    [InlineData(null, """{"count":2}""", "")]
    [InlineData(null, "[1]", "")]
    [InlineData(null, null, "")]
    public void The_subject_is_the_first_name_in_the_data(string? before, string? after, string subject) =>
        Event(before, after).Subject.ShouldBe(subject);

    [Theory]
    [InlineData("pat-revoked", """{"reason":"unused"}""", "Token revoked: not used for too long")]
    [InlineData("pat-revoked", """{"reason":"expired"}""", "Token revoked: expired long ago")]
    [InlineData("pat-revoked", """{"reason":"of-another-version"}""", "Token revoked: of-another-version")]
    [InlineData("pat-revoked", "{}", "Token revoked")]
    [InlineData("pat-rotated", """{"reason":"unused"}""", "Token rotated")]
    public void The_label_says_why_a_token_was_revoked(string type, string before, string label)
    {
        var auditEvent = Event(before, null);
        auditEvent.Type = type;

        auditEvent.Label.ShouldBe(label);
    }

    private static AuditEvent Event(string? before, string? after) => new() { PreData = Read(before), Data = Read(after) };

    private static JsonElement? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
