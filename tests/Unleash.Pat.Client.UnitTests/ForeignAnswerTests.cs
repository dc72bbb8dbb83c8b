using System.Net;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Client.UnitTests.Support;

namespace Unleash.Pat.Client.UnitTests;

/// <summary>Answers that are not the service's: a proxy's page, a truncated body, nothing.</summary>
public sealed class ForeignAnswerTests
{
    private const string Html = "<html>\r\n<h1>Bad\u001b Gateway</h1></html>";

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_proxys_page_is_told_with_status_type_and_beginning(int status)
    {
        var fault = await FailAsync(Script.Of((HttpStatusCode)status, Html, "text/html"));

        fault.StatusCode.ShouldBe((HttpStatusCode)status);
        fault.Error.ShouldBeNull();
        fault.ContentType.ShouldBe("text/html; charset=utf-8");
        fault.Response.ShouldBe(Html);
        fault.Message.ShouldContain("not from Unleash.Pat");
        fault.Message.ShouldContain($"HTTP {status}, content type text/html; charset=utf-8, which begins with: <html> <h1>Bad Gateway</h1></html>");
    }

    [Theory]
    [InlineData(401, "", "application/json")]
    [InlineData(409, "{\"id\":\"9c40958a", "application/json")]
    [InlineData(500, "{\"error\":\"x\"}", "application/json")]
    [InlineData(500, "null", "application/json")]
    [InlineData(503, "upstream connect error", "text/plain")]
    [InlineData(200, "", "application/json")]
    [InlineData(200, "{\"pats\":[", "application/json")]
    [InlineData(200, "null", "application/json")]
    [InlineData(200, "[]", "application/json")]
    [InlineData(204, "", "text/plain")]
    [InlineData(302, "", "text/plain")]
    public async Task Whatever_else_it_is_it_is_told(int status, string body, string type)
    {
        var fault = await FailAsync(Script.Of((HttpStatusCode)status, body, type));

        fault.StatusCode.ShouldBe((HttpStatusCode)status);
        fault.Error.ShouldBeNull();
        fault.Message.ShouldContain("Unleash.Pat");
        fault.Message.ShouldContain($"{status}");
        (fault.Response ?? "").ShouldBe(body);
    }

    [Fact]
    public async Task A_page_in_place_of_an_answer_without_a_body_is_no_success() =>
        await Should.ThrowAsync<UnleashPatException>(
            Clients.Of(new Script(_ => Script.Of(HttpStatusCode.OK, Html, "text/html"))).Tokens.RevokeAsync(1, Cancel));

    [Fact]
    public async Task An_endless_body_is_read_to_a_bound()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(new EndlessStream()) };

        var fault = await FailAsync(answer);

        fault.Response!.Length.ShouldBe(1000);
        fault.Message.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_redirect_says_where_to()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.MovedPermanently);
        answer.Headers.Location = new Uri("https://elsewhere.example.com/");

        (await FailAsync(answer)).Message.ShouldContain("to https://elsewhere.example.com/");
    }

    [Theory]
    [InlineData("30", 30.0)]
    [InlineData("0", 0.0)]
    [InlineData("Wed, 25 Nov 2026 12:01:30 GMT", 90.0)]
    [InlineData("Wed, 25 Nov 2026 11:00:00 GMT", 0.0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task How_long_to_wait_is_seconds_or_an_instant(string? header, double? seconds)
    {
        var answer = Script.Of(HttpStatusCode.ServiceUnavailable, "", "text/plain");
        if (header is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        (await FailAsync(answer)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    private static Task<UnleashPatException> FailAsync(HttpResponseMessage answer) =>
        Should.ThrowAsync<UnleashPatException>(Clients.Of(new Script(_ => answer), new FakeTimeProvider(Now)).Tokens.ListAsync(Cancel));

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
