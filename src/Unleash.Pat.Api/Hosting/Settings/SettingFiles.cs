using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Json;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Files that the configuration comes from, or names.</summary>
internal static partial class SettingFiles
{
    /// <summary>
    /// Adds <c>appsettings.json</c> and the environment's own of the folder that the service is started in, over those
    /// beside the program and below the environment's variables, so that neither pair is ignored; and takes what the
    /// configuration names without a folder from there.
    /// </summary>
    public static void AddThoseOfTheWorkingFolder(WebApplicationBuilder builder)
    {
        var folder = Directory.GetCurrentDirectory();
        if (!IsSame(folder, builder.Environment.ContentRootPath))
        {
            var sources = builder.Configuration.Sources;
            var last = sources.OfType<JsonConfigurationSource>().Last();
            var place = sources.IndexOf(last) + 1;
            foreach (var name in new[] { "appsettings.json", $"appsettings.{builder.Environment.EnvironmentName}.json" })
            {
                var source = new JsonConfigurationSource { Path = Path.Combine(folder, name), Optional = true };
                source.ResolveFileProvider();
                sources.Insert(place++, source);
            }
        }

        builder.Configuration.AddInMemoryCollection(WithFolder(builder.Configuration, folder));
    }

    // Kestrel would look for certificates beside the program, where an upgrade replaces everything.
    private static Dictionary<string, string?> WithFolder(ConfigurationManager configuration, string folder) => configuration
        .AsEnumerable()
        .Where(setting => !string.IsNullOrEmpty(setting.Value) && IsCertificateFile(setting.Key))
        .ToDictionary(setting => setting.Key, setting => (string?)Path.Combine(folder, setting.Value!));

    /// <summary>Whether a key of Kestrel's names the file of a certificate or of its key.</summary>
    public static bool IsCertificateFile(string key) => CertificateFile().IsMatch(key);

    private static bool IsSame(string folder, string other) => Path.GetRelativePath(folder, other) is ".";

    [GeneratedRegex("^Kestrel:(.+:)?Certificates?:(.+:)?(Key)?Path$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CertificateFile();
}
