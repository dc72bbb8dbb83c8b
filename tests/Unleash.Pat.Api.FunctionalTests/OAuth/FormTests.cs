using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.1: which forms are read, and how the others are refused.</summary>
[OneEngineOnly("It is about what is sent, before any engine has a part in it.")]
public sealed class FormTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private static readonly string[] Paths = [OAuthCalls.Introspect, OAuthCalls.Revoke];

    // Revoking is limited by address.
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["RateLimiting:RevokePerMinute"] = "100000" },
    };

    [Theory]
    [InlineData("")]
    [InlineData("token=")]
    [InlineData("token")]
    [InlineData("=x")]
    [InlineData("Token=x")]
    [InlineData("TOKEN=x&token_type_hint=access_token")]
    [InlineData("&&&")]
    public async Task A_form_without_a_token_is_refused(string form)
    {
        foreach (var path in Paths)
        {
            (await Service.Administrator.PostRawAsync(path, form)).ShouldBreakSchema(
                ("/body/token", "The `/body/token` property is required. It was not present on the data you sent."));
        }
    }

    [Theory]
    [InlineData("token=a&token=b")]
    [InlineData("token=a&token=a")]
    [InlineData("token=&token=a")]
    [InlineData("token=a&x=y&%74oken=a")]
    public async Task A_repeated_token_is_refused(string form)
    {
        foreach (var path in Paths)
        {
            (await Service.Administrator.PostRawAsync(path, form))
                .ShouldBreakSchema(("/body/token", "The `/body/token` property must be sent once."));
        }
    }

    [Theory]
    [InlineData("token=%")]
    [InlineData("token=%4")]
    [InlineData("token=%zz")]
    [InlineData("token=%+1")]
    [InlineData("token=a%c3")]
    [InlineData("token=%ed%a0%80")]
    [InlineData("token=%c0%80")]
    [InlineData("token=a&%ff=b")]
    public async Task A_broken_form_is_refused(string form)
    {
        foreach (var path in Paths)
        {
            (await Service.Administrator.PostRawAsync(path, form)).ShouldBeError(400, "BadDataError");
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        using var content = new ByteArrayContent([.. "token="u8, 0xC3, 0x28]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };

        (await Service.Administrator.SendAsync(HttpMethod.Post, OAuthCalls.Introspect, content)).ShouldBeError(400, "BadDataError");
    }

    [Theory]
    [InlineData("token=x")]
    [InlineData("token=x&")]
    [InlineData("&token=x&&unknown=1&unknown=2")]
    [InlineData("token_type_hint=refresh_token&token=x=y")]
    [InlineData("token=%00%0d%0a&token_type_hint=a&token_type_hint=")]
    public async Task What_is_unknown_is_ignored(string form)
    {
        (await Service.Administrator.PostRawAsync(OAuthCalls.Introspect, form)).Body.ShouldBe("""{"active":false}""");
        (await Service.Administrator.PostRawAsync(OAuthCalls.Revoke, form)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded2")]
    public async Task Other_content_types_are_refused(string mediaType)
    {
        foreach (var path in Paths)
        {
            (await Service.Administrator.SendAsync(HttpMethod.Post, path, OAuthCalls.Raw("token=x", mediaType)))
                .ShouldBeError(415, "ContentTypeError").Message.ShouldContain("(application/x-www-form-urlencoded)");
        }

        (await Service.Administrator.SendAsync(HttpMethod.Post, OAuthCalls.Introspect)).ShouldBeError(415, "ContentTypeError");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("Application/X-WWW-Form-URLencoded")]
    public async Task The_content_type_is_compared_in_any_case(string mediaType) =>
        (await Service.Administrator.SendAsync(HttpMethod.Post, OAuthCalls.Introspect, OAuthCalls.Raw("token=x", mediaType)))
            .Status.ShouldBe(200);

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_and_a_packed_one_read()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.ASCII.GetBytes("token=x"), Cancel);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        content.Headers.ContentEncoding.Add("gzip");

        (await Service.Administrator.SendAsync(HttpMethod.Post, OAuthCalls.Introspect, content)).Status.ShouldBe(200);
        foreach (var path in Paths)
        {
            (await Service.Administrator.PostRawAsync(path, $"token={new string('x', 102_400)}")).ShouldBeError(413, "PayloadTooLargeError");
        }
    }
}
