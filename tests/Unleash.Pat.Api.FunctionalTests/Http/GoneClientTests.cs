using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>A request is refused after its client has gone.</summary>
public sealed class GoneClientTests
{
    [Fact]
    public async Task Is_no_fault_of_the_service()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        var handler = new ErrorHandler(new ErrorWriter(Options.Create(new JsonOptions()), NullLogger<ErrorWriter>.Instance));

        (await handler.TryHandleAsync(context, new RefusedException(Errors.DatabaseUnavailable), CancellationToken.None)).ShouldBeTrue();

        context.Response.StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
    }
}
