using System.Text.Json;
using Bunit;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class EventSentenceTests : ComponentTests
{
    [Theory]
    [InlineData("pat-created", """{"description":"laptop"}""", 7L, 5L, "ada", "Token “laptop” created for ada")]
    [InlineData("pat-created", """{"description":"laptop"}""", 7L, null, null, "Token “laptop” created")]
    [InlineData("pat-deleted", """{"description":"laptop"}""", 7L, 5L, null, "Token “laptop” of account 5 deleted")]
    [InlineData("pat-revoked", """{"description":"laptop","reason":"holder"}""", 7L, null, null, "Token “laptop” revoked (by its holder)")]
    [InlineData("user-created", """{"name":"Ada"}""", null, 5L, "Ada King", "User “Ada” created")]
    [InlineData("user-sessions-ended", """{"userId":5,"ended":2}""", null, 5L, "ada", "Sessions of “ada” ended")]
    [InlineData("user-sessions-ended", """{"userId":5,"ended":2}""", null, null, null, "Sessions ended")]
    [InlineData("user-signed-in", """{"address":"::1"}""", null, null, null, "Signed in")]
    [InlineData("of-another-version", """{"name":"x"}""", null, null, null, "of-another-version")]
    public void It_says_what_happened_to_whom(string type, string data, long? token, long? subjectId, string? subject, string sentence) =>
        EventSentence.Of(Event(type, data, token, subjectId, subject)).ToString().ShouldBe(sentence);

    [Fact]
    public void A_type_without_words_is_isolated() =>
        EventSentence.Of(Event("\u202enekot", "{}", null, null, null)).Start.ShouldBe("\u2068\u202enekot\u2069");

    [Theory]
    [InlineData("pat-created", "Token laptop created for ada by admin")]
    [InlineData("user-signed-in", "Signed in: admin")]
    public void The_head_of_a_card_says_who_did_it(string type, string sentence)
    {
        var happened = Event(type, type == "pat-created" ? """{"description":"laptop"}""" : "{}", 7, 5, "ada");

        Render<EventHeadline>(parameters => parameters.Add(headline => headline.Event, happened)).Find(".headline").Text().ShouldBe(sentence);
    }

    [Fact]
    public void A_long_name_leaves_room_for_what_happened()
    {
        var name = new string('x', 200);

        var headline = Render<EventHeadline>(parameters => parameters.Add(
            shown => shown.Event, Event("pat-deleted", JsonSerializer.Serialize(new { description = name }), 7, 5, "ada")));

        headline.Find(".headline").Text().ShouldBe($"Token {name[..60]}… of ada deleted by admin");
        headline.Find("strong").GetAttribute("title").ShouldBe(name);
    }

    // A type that a new version of the service has must get words.
    [Fact]
    public void Every_type_has_a_group() =>
        EventTypes.Groups.SelectMany(group => group.Types).Order().ShouldBe(EventTypes.All.Keys.Order());

    private static AuditEvent Event(string type, string data, long? token, long? subjectId, string? subject) => new()
    {
        Type = type,
        CreatedBy = "admin",
        Data = JsonSerializer.Deserialize<JsonElement>(data),
        TokenId = token,
        SubjectUserId = subjectId,
        Subject = subject,
    };
}
