using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// Loads code that a start needs later, while its first part, which one processor does alone, reads the settings and registers
/// the services.
/// </summary>
internal static class CodeLoading
{
    // Once a process: what was loaded stays.
    private static readonly Lazy<Task> Loading = new(() => Task.Run(Load));

    /// <summary>Begins it, where there is a processor for it.</summary>
    public static Task Begin() => Environment.ProcessorCount > 1 ? Loading.Value : Task.CompletedTask;

    // Hashes, describes the controllers and protects a cookie as the service does it, with registrations and keys of its own, and
    // throws the results away.
    private static void Load()
    {
        SHA256.HashData([]);
        using var services = new ServiceCollection()
            .AddLogging()
            .AddWireControllers()
            .AddAuthorization()
            .AddDataProtection().Services
            .Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory())
            .BuildServiceProvider();
        _ = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors;
        services.GetDataProtector(nameof(CodeLoading)).Protect("");
    }

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly List<string> _keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys.Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => _keys.Add(element.ToString(SaveOptions.DisableFormatting));
    }
}
