using System.Net.Sockets;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/operations.md, "Stopping". Threat: a client sends half a request, so that the process does not end.</summary>
public abstract class StopTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private const string Headers = "POST /auth/simple/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task A_client_that_has_stopped_in_the_middle_of_the_headers_is_not_waited_for()
    {
        var service = Start(HalfRequest.LongStop);
        using var client = await HalfRequest.SendAsync(await service.ReadyAsync(Cancel), "POST /auth/simple/login HTTP/1.1\r\nHost: localhost\r\nContent-Ty", Cancel);

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Content-Length: 100", "{\"username\":")]
    [InlineData("Transfer-Encoding: chunked", "c\r\n{\"username\":\r\n")]
    public async Task A_client_that_has_stopped_in_the_middle_of_the_body_is_not_waited_for(string header, string half)
    {
        var service = Start(HalfRequest.LongStop);
        using var client = await HalfRequest.SendAsync(await service.ReadyAsync(Cancel), $"{Headers}{header}\r\nExpect: 100-continue\r\n\r\n", Cancel);

        // The body is waited for.
        using var answer = new StreamReader(new NetworkStream(client), Encoding.UTF8);
        (await answer.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 100 Continue");
        await client.SendAsync(Encoding.UTF8.GetBytes(half), Cancel);

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
    }

    // The web server reads on, so that the client gets to read the answer.
    [Fact]
    public async Task Nor_is_one_that_was_refused_before_its_body_was_read()
    {
        var service = Start(HalfRequest.LongStop);
        using var client = await HalfRequest.SendAsync(
            await service.ReadyAsync(Cancel), "POST /api/admin/user/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{", Cancel);
        using var answer = new StreamReader(new NetworkStream(client), Encoding.UTF8);
        (await answer.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 401 Unauthorized");

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_arrives_too_slowly_is_refused_and_says_why()
    {
        var address = await Start().ReadyAsync(Cancel);
        using var client = await HalfRequest.SendAsync(
            address, $"{Headers}Content-Length: 100\r\n\r\n{{\"username\":", Cancel);

        using var answer = new StreamReader(new NetworkStream(client), Encoding.UTF8);
        (await answer.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 400 Bad Request");
        (await answer.ReadToEndAsync(Cancel)).ShouldContain("\"message\":\"The body of the request arrived too slowly.\"");
    }
}
