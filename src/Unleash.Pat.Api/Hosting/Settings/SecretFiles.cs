using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>A folder with one file a setting, as Docker and Kubernetes mount secrets.</summary>
/// <remarks>Threat: other processes and diagnostics see the environment and the command line, and so the secrets in them.</remarks>
internal static class SecretFiles
{
    /// <summary>The option that names the folder.</summary>
    public const string Option = "--key-per-file";

    private const string Key = "key-per-file";

    /// <summary>Adds the settings of the folder. They override the environment, and the command line overrides them.</summary>
    /// <exception cref="StartupException">The folder or one of its files cannot be read.</exception>
    public static void Add(ConfigurationManager configuration)
    {
        if (configuration[Key] is not { Length: > 0 } folder)
        {
            return;
        }

        try
        {
            var sources = configuration.Sources;
            var place = sources.IndexOf(sources.OfType<CommandLineConfigurationSource>().Last());
            sources.Insert(place, new KeyPerFileConfigurationSource { FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)) });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{Option} names a folder that cannot be read, or has a file that cannot be read: {exception.Message}");
        }
    }
}
