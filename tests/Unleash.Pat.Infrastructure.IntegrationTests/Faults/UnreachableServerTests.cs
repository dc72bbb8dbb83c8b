using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>Without any server: the connection string names a closed port.</summary>
public sealed class UnreachableServerTests
{
    private static readonly TimeSpan Bound = Eventually.Timeout;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_told_within_a_bound()
    {
        await using var services = Build();
        var pats = services.GetRequiredService<IPatRepository>();

        var told = await Should.ThrowAsync<ServiceUnavailableException>(
            () => pats.GetAllAsync(1, Cancel).WaitAsync(Bound, Cancel));

        told.Message.ShouldNotContain("127.0.0.1");
        told.ToString().ShouldNotContain("hunter2");
        told.InnerException.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_start_is_refused_with_a_reason()
    {
        await using var services = Build();
        var initializer = services.GetRequiredService<IDatabaseInitializer>();

        var refused = await Should.ThrowAsync<StartupException>(
            () => initializer.InitializeAsync(_ => Task.CompletedTask, Cancel).WaitAsync(Bound, Cancel));

        refused.Message.ShouldContain("127.0.0.1");
        refused.Message.ShouldContain("pats");
        refused.ToString().ShouldNotContain("hunter2");
    }

    private static ServiceProvider Build()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:UnleashPat"] =
                $"Server=127.0.0.1,{FreePort.Find()};Database=pats;User Id=service;Password=hunter2;Connect Timeout=3",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddApplication(configuration).AddInfrastructure(configuration).BuildServiceProvider();
    }
}
