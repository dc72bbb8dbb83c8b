using Microsoft.Extensions.Logging.Console;

namespace Unleash.Pat.Api.Hosting.Logging;

/// <summary>What is logged, and how.</summary>
internal static class ServiceLogging
{
    public static void AddServiceLogging(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging;

        // Threat: the framework's own request log holds whole addresses, and people paste secrets into addresses.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // ASP.NET Core's handlers tell every refusal in two or three lines; the error's own line is enough.
        logging.AddFilter("Unleash.Pat.Api.Authentication", LogLevel.Warning);

        // It warns of keys that are stored unencrypted; DataProtectionKeyRepository says why that is sound here.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        StartupQuiet.Add(logging, builder.Configuration);
        if (!builder.Environment.IsDevelopment())
        {
            AddJsonLines(logging);
        }
    }

    /// <summary>Loggers for a fault that comes before the service has its own.</summary>
    public static ILoggerFactory CreateFactory() => LoggerFactory.Create(logging =>
    {
        logging.Services.AddHttpContextAccessor();
        logging.Services.AddSingleton(TimeProvider.System);
        AddJsonLines(logging);
    });

    private static void AddJsonLines(ILoggingBuilder logging)
    {
        logging.AddConsole(options => options.FormatterName = JsonLineFormatter.FormatterName);
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
    }
}
