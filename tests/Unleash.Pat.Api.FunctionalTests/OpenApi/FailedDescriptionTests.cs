using Microsoft.Extensions.DependencyInjection;
using NSwag;
using NSwag.Generation;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>One bad moment does not leave the service without its description.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
[OneEngineOnly("It is about the description of the API, which no engine changes.")]
public sealed class FailedDescriptionTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Path = "/docs/openapi.json";

    [Fact]
    public async Task The_next_request_tries_again_and_what_has_been_made_stays()
    {
        var generator = new FailingGenerator();
        var service = await StartAsync(new ServiceOptions
        {
            Services = services => services.AddSingleton<IOpenApiDocumentGenerator>(generator),
        });

        (await service.Anonymous.GetAsync(Path)).ShouldBeError(500, "InternalError");
        (await service.Anonymous.GetAsync(Path)).Status.ShouldNotBe(200);
        (await service.Anonymous.GetAsync(Path)).Status.ShouldBe(200);
        (await service.Anonymous.GetAsync(Path)).Status.ShouldBe(200);
    }

    private sealed class FailingGenerator : IOpenApiDocumentGenerator
    {
        private int _attempts;

        public Task<OpenApiDocument> GenerateAsync(string documentName) => ++_attempts switch
        {
            1 => Task.FromException<OpenApiDocument>(new InvalidOperationException("A bad moment.")),
            2 => throw new OperationCanceledException("Another one."),
            3 => Task.FromResult(new OpenApiDocument()),
            _ => throw new InvalidOperationException("It was made already."),
        };
    }
}
