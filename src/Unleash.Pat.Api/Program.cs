using Unleash.Pat.Api;
using Unleash.Pat.Api.Startup;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args).AddDefaults();
    builder.Services
        .AddApplication(builder.Configuration)
        .AddInfrastructure(builder.Configuration)
        .AddApi(builder.Configuration);

    await using var app = builder.Build();
    app.UseUnleashPat();
    await app.PrepareDatabaseAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartupFaults.AreMendable(exception))
{
    await Console.Error.WriteLineAsync($"Unleash.Pat cannot start: {exception.Message}");
    return 1;
}

/// <summary>The program; public for the tests that start it.</summary>
public partial class Program;
