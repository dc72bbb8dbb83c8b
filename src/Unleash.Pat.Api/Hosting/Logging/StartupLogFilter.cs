namespace Unleash.Pat.Api.Hosting.Logging;

/// <summary>
/// Suppresses the framework's messages about the start until the start has succeeded. Where it fails, the service reports one
/// sentence, which the framework's stack traces would hide.
/// </summary>
internal sealed class StartupLogFilter
{
    // Categories of the host and the web server, each with its default level.
    private static readonly (string Name, LogLevel Default)[] Categories =
    [
        ("Microsoft.Hosting.Lifetime", LogLevel.Information),
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Information),

        // Its messages are about requests, and the web server logs their failures too. Where any of it is logged, the framework
        // makes an activity and a scope for every request.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning),
    ];

    private volatile bool _isOver;

    /// <summary>Stops suppressing: the start has succeeded.</summary>
    public void End() => _isOver = true;

    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        var filter = new StartupLogFilter();
        logging.Services.AddSingleton(filter);
        foreach (var (name, byDefault) in Categories)
        {
            var minimum = Configured(configuration.GetSection("Logging:LogLevel"), name) ?? byDefault;
            logging.AddFilter(name, level => level >= minimum && (filter._isOver || level is LogLevel.Warning));
        }
    }

    // A filter in code overrides the configuration, so the configured level is read here.
    private static LogLevel? Configured(IConfigurationSection levels, string category)
    {
        for (var name = category; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
        {
            if (Enum.TryParse<LogLevel>(levels[name], ignoreCase: true, out var level))
            {
                return level;
            }
        }

        return null;
    }
}
