using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Runs the service's own program within the test's process.</summary>
internal sealed class ServiceFactory(
    IEnumerable<KeyValuePair<string, string>> settings, ServiceOptions options, CapturedLogs logs)
    : WebApplicationFactory<Program>
{
    private const int PasswordRounds = 1000;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            logging.AddProvider(logs);
        });
        builder.ConfigureTestServices(services =>
        {
            if (options.Time is not null)
            {
                services.AddSingleton(options.Time);
            }

            // The rounds that slow an attacker down would take a third of the suite's time; PasswordHasherTests see the real
            // ones, as do the tests of the program as a process of its own.
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = PasswordRounds);
            services.AddSingleton<StatedRequests>();
            services.AddTransient<IMediator, CheckedMediator>();
            options.Services?.Invoke(services);
        });
    }
}
