using Microsoft.Extensions.Logging.Console;

namespace Unleash.Pat.Api.Hosting.Logging;

internal static class ServiceLogging
{
    public static void AddServiceLogging(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging;

        // Threat: the framework's request log contains whole URLs, into which people paste secrets.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // ASP.NET Core's handlers log each refusal in two or three lines; ErrorWriter's line is enough.
        logging.AddFilter("Unleash.Pat.Api.Authentication", LogLevel.Warning);

        // It warns that keys are stored unencrypted; DataProtectionKeyRepository explains why that is safe here.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        StartupLogFilter.Add(logging, builder.Configuration);
        if (!builder.Environment.IsDevelopment())
        {
            AddJsonLines(logging);
        }
    }

    /// <summary>Loggers for a fault before the service is built.</summary>
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
