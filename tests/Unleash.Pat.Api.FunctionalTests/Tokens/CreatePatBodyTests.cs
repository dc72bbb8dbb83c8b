using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: bodies that are no JSON, or odd JSON.</summary>
public abstract class CreatePatBodyTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("undefined")]
    public async Task What_does_not_parse_is_refused(string body) => await ShouldBeUnreadableAsync(Text(body));

    [Fact]
    public async Task The_answer_says_where_it_broke()
    {
        var account = await Service.AccountAsync();

        var error = (await account.Client.PostAsync(ServiceClient.Tokens, "{\n  \"a\": ?\n}")).ShouldBeError(400, "BadDataError");

        error.Message.ShouldContain("line 2");
    }

    [Fact]
    public async Task A_broken_body_is_never_repeated_at_length()
    {
        var account = await Service.AccountAsync();
        var text = new string('s', 5000);

        foreach (var body in new[] { $"{{\"{text}", $"[{text}]", $"{{\"a\":\"{text}\" \"b\"}}", text })
        {
            var answer = await account.Client.PostAsync(ServiceClient.Tokens, body);
            answer.ShouldBeError(400, "BadDataError");
            answer.Body.ShouldNotContain(new string('s', 101));
        }
    }

    [Fact]
    public async Task A_wrong_value_is_never_repeated_at_length()
    {
        var account = await Service.AccountAsync();

        foreach (var property in new[] { "description\":[\"{0}\"]", "expiresAt\":\"{0}\"" })
        {
            var body = "{\"" + property.Replace("{0}", new string('s', 5000), StringComparison.Ordinal) + "}";
            var answer = await account.Client.PostAsync(ServiceClient.Tokens, body);
            answer.ShouldBeError(400, "BadDataError");
            answer.Body.ShouldNotContain(new string('s', 101));
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Sixty_four_levels_are_read_and_sixty_five_are_not(string open, string close)
    {
        var account = await Service.AccountAsync();

        await account.Client.IssueAsync(Nested(63));

        await ShouldBeUnreadableAsync(Text(Nested(64)));
        await ShouldBeUnreadableAsync(Text(Nested(5000)));

        // The body itself is one level, what it holds are the others; the innermost array or object is empty or null.
        string Nested(int levels) =>
            $"{{\"deep\":{string.Concat(Enumerable.Repeat(open, levels))}{(open == "[" ? "" : "null")}{string.Concat(Enumerable.Repeat(close, levels))}}}";
    }

    [Theory]
    [InlineData("""{"description":"\ud800"}""")]
    [InlineData("""{"description":"\udc00\ud800"}""")]
    [InlineData("""{"whatever":["\udfff"]}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task Half_of_a_surrogate_pair_is_no_text(string body) => await ShouldBeUnreadableAsync(Text(body));

    [Fact]
    public async Task An_escaped_surrogate_pair_is_text()
    {
        var account = await Service.AccountAsync();

        (await account.Client.IssueAsync("""{"description":"\ud83d\ude00"}""")).Description.ShouldBe("😀");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var account = await Service.AccountAsync();
        byte[] body = [.. Encoding.UTF8.Preamble, .. """{"description":"marked"}"""u8];

        var answer = await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, Bytes(body));

        answer.Read<IssuedToken>().Description.ShouldBe("marked");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE4 })]
    public async Task What_is_not_utf_8_is_refused(byte[] invalid) =>
        await ShouldBeUnreadableAsync(Bytes([.. "{\"description\":\""u8, .. invalid, .. "\"}"u8]));

    [Fact]
    public async Task Utf_16_is_refused() => await ShouldBeUnreadableAsync(Bytes(Encoding.Unicode.GetBytes("{}")));

    [Fact]
    public async Task Of_a_property_given_twice_the_last_one_holds()
    {
        var account = await Service.AccountAsync();

        (await account.Client.IssueAsync("""{"description":1,"description":"last"}""")).Description.ShouldBe("last");
    }

    [Fact]
    public async Task No_body_at_all_is_refused() => await ShouldBeUnreadableAsync(Bytes([]));

    private static HttpContent Text(string text) => ServiceClient.Json(text);

    private static ByteArrayContent Bytes(byte[] bytes) => new(bytes) { Headers = { ContentType = new("application/json") } };

    private async Task ShouldBeUnreadableAsync(HttpContent content)
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, content)).ShouldBeError(400, "BadDataError");
    }
}
