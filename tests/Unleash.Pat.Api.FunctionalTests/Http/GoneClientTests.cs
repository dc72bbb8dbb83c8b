using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>A request is refused after its client has gone.</summary>
public sealed class GoneClientTests
{
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    private ErrorHandler Handler =>
        new(new ErrorWriter(Options.Create(new JsonOptions()), NullLogger<ErrorWriter>.Instance), _lifetime);

    [Fact]
    public async Task Is_no_fault_of_the_service()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };

        (await Handler.TryHandleAsync(context, new RefusedException(Errors.DatabaseUnavailable), CancellationToken.None)).ShouldBeTrue();

        context.Response.StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The web server tells this before it cancels the request.</summary>
    [Fact]
    public async Task A_connection_that_is_reset_in_the_middle_of_a_body_is_not_either()
    {
        var context = new DefaultHttpContext();

        (await Handler.TryHandleAsync(context, new ConnectionResetException("reset"), CancellationToken.None)).ShouldBeTrue();

        context.Response.StatusCode.ShouldBe(StatusCodes.Status499ClientClosedRequest);
    }

    [Fact]
    public async Task A_request_that_is_cut_off_by_a_stop_is_not_either()
    {
        var context = new DefaultHttpContext();
        (await Handler.TryHandleAsync(context, new TaskCanceledException(), CancellationToken.None)).ShouldBeTrue();
        context.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);

        _lifetime.StopApplication();
        context = new DefaultHttpContext();
        (await Handler.TryHandleAsync(context, new TaskCanceledException(), CancellationToken.None)).ShouldBeTrue();
        context.Response.StatusCode.ShouldBe(StatusCodes.Status499ClientClosedRequest);
    }
}
