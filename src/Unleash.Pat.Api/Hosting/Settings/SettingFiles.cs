using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Json;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>The configuration's files, and the certificate files that it names.</summary>
internal static partial class SettingFiles
{
    /// <summary>
    /// Adds <c>appsettings.json</c> and <c>appsettings.{environment}.json</c> of the working folder. They override those beside
    /// the program, and environment variables override them. Relative paths of certificates are resolved from the same folder.
    /// Adds the folder of <see cref="SecretFiles"/> too.
    /// </summary>
    public static void AddAll(WebApplicationBuilder builder)
    {
        var folder = Directory.GetCurrentDirectory();
        SecretFiles.Add(builder.Configuration);
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

    // Kestrel would resolve them from the program's folder, which an upgrade replaces.
    private static Dictionary<string, string?> WithFolder(ConfigurationManager configuration, string folder) => configuration
        .AsEnumerable()
        .Where(setting => !string.IsNullOrEmpty(setting.Value) && IsCertificateFile(setting.Key))
        .ToDictionary(setting => setting.Key, setting => (string?)Path.Combine(folder, setting.Value!));

    /// <summary>Whether a key names the file of a certificate or of its private key for Kestrel.</summary>
    public static bool IsCertificateFile(string key) => CertificateFile().IsMatch(key);

    private static bool IsSame(string folder, string other) => Path.GetRelativePath(folder, other) is ".";

    [GeneratedRegex("^Kestrel:(.+:)?Certificates?:(.+:)?(Key)?Path$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CertificateFile();
}
