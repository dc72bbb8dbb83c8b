using System.Security.Cryptography;
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

    // The cryptographic library, and the controllers as the service describes them, from registrations of their own. The results
    // are thrown away.
    private static void Load()
    {
        SHA256.HashData([]);
        using var services = new ServiceCollection().AddLogging().AddWireControllers().AddAuthorization().BuildServiceProvider();
        _ = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors;
    }
}
