using System.Globalization;
using Unleash.Pat.Api;
using Unleash.Pat.Api.Startup;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure;

// The machine's language changes nothing that the service says. (SqlClient refuses to run without ICU, so the invariant
// mode of the whole process is no way to this.)
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

try
{
    var builder = WebApplication.CreateBuilder(args).AddDefaults(args);
    builder.Services
        .AddApplication(builder.Configuration)
        .AddInfrastructure(builder.Configuration)
        .AddApi(builder.Configuration);

    await using var app = builder.Build();
    if (MigrateCommand.IsAskedFor(args))
    {
        await app.MigrateAsync();
        return 0;
    }

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
