namespace Unleash.Pat.Api.Hosting.Logging;

/// <summary>
/// Keeps what the framework says of a start out of the log until the start has succeeded: where it fails, one sentence of
/// the service's own says why, and the framework's stack traces around it would hide it.
/// </summary>
internal sealed class StartupQuiet
{
    // The host's own categories and the web server's, with the least that they log where the configuration is silent.
    private static readonly (string Name, LogLevel Least)[] Categories =
    [
        ("Microsoft.Hosting.Lifetime", LogLevel.Information),
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Information),
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning),
    ];

    private volatile bool _isOver;

    /// <summary>The start has succeeded.</summary>
    public void End() => _isOver = true;

    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        var quiet = new StartupQuiet();
        logging.Services.AddSingleton(quiet);
        foreach (var (name, standard) in Categories)
        {
            var least = Configured(configuration.GetSection("Logging:LogLevel"), name) ?? standard;
            logging.AddFilter(name, level => level >= least && (quiet._isOver || level is LogLevel.Warning));
        }
    }

    // A rule in code outweighs one of the configuration, so what the configuration says of these is kept here.
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
