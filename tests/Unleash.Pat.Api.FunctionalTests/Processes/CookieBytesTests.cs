using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Cookies of other programs on the host, byte for byte as a browser sends them. On one engine, because no database is asked.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class CookieBytesTests : ProcessTests<SqliteEngine>
{
    [Fact]
    public async Task A_cookie_that_is_not_UTF_8_locks_no_user_out()
    {
        var address = await Start().ReadyAsync(Cancel);
        using var handler = new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var http = new HttpClient(handler) { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.TryAddWithoutValidation("cookie", "caf\u00e9=\u00e9\u00ff").ShouldBeTrue();

        var answer = await http.SendAsync(request, Cancel);

        ((int)answer.StatusCode).ShouldBe(200);
    }
}
