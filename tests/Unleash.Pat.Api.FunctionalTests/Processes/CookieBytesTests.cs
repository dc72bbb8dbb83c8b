using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Cookies of other programs on the host, and credentials that are no text, byte for byte as they are sent. On one engine, because no database is asked.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class CookieBytesTests : ProcessTests<SqliteEngine>
{
    [Theory]
    [InlineData("cookie", "/health", "caf\u00e9=\u00e9\u00ff", 200)]
    [InlineData("authorization", "/auth/verify", "Bearer \u00e9\u00ff", 401)]
    [InlineData("authorization", "/api/admin/user", "\u00e9\u00ff", 401)]
    public async Task Text_that_is_not_UTF_8_is_read(string name, string path, string value, int status)
    {
        var address = await Start().ReadyAsync(Cancel);
        using var handler = new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var http = new HttpClient(handler) { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();

        var answer = await http.SendAsync(request, Cancel);

        ((int)answer.StatusCode).ShouldBe(status);
    }
}
