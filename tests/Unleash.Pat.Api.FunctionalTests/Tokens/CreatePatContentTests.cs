using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: content types and sizes.</summary>
public abstract class CreatePatContentTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Limit = 100 * 1024;

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    public async Task Json_is_accepted(string type) => (await SendAsync(type)).Status.ShouldBe(201);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task Another_content_type_is_refused(string type) => (await SendAsync(type)).ShouldBeError(
        415, "ContentTypeError", Refusal(type));

    [Fact]
    public async Task No_content_type_is_refused() => (await SendAsync(null)).ShouldBeError(
        415, "ContentTypeError", Refusal("you didn't provide one"));

    [Fact]
    public async Task A_request_without_any_body_is_refused()
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens))
            .ShouldBeError(415, "ContentTypeError", Refusal("you didn't provide one"));
    }

    [Fact]
    public async Task A_hundred_kibibytes_are_read()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, Content("application/json", Limit));

        answer.Status.ShouldBe(201, answer.Body);
    }

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(3 * Limit)]
    public async Task One_byte_more_is_too_much(int size)
    {
        var account = await Service.AccountAsync();

        (await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, Content("application/json", size)))
            .ShouldBeError(413, "PayloadTooLargeError");
    }

    [Theory]
    [InlineData(Limit, 201)]
    [InlineData(Limit + 1, 413)]
    public async Task A_body_of_unannounced_size_is_measured_as_it_comes(int size, int status)
    {
        var account = await Service.AccountAsync();
        using var stream = new UnsizedStream(Encoding.UTF8.GetBytes("{}".PadRight(size)));
        var content = new StreamContent(stream) { Headers = { ContentType = new("application/json") } };

        var answer = await account.Client.SendAsync(
            HttpMethod.Post, ServiceClient.Tokens, content, ("transfer-encoding", "chunked"));

        answer.Status.ShouldBe(status, answer.Body);
        if (status != 201)
        {
            answer.ShouldBeError(status, "PayloadTooLargeError");
        }
    }

    private static string Refusal(string provided) =>
        $"We do not accept the content-type you provided ({provided}). Try using one of the content-types we do accept "
        + "instead (application/json) and make sure the body is in the corresponding format.";

    private static ByteArrayContent Content(string? type, int size)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}".PadRight(size)));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("content-type", type).ShouldBeTrue();
        }

        return content;
    }

    private async Task<Answer> SendAsync(string? type)
    {
        var account = await Service.AccountAsync();
        return await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, Content(type, 2));
    }

    private sealed class UnsizedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
