using System.Net.Http.Headers;
using System.Reflection;

namespace Unleash.Pat.Client;

/// <summary>Tells the service who asks: the application, where it names itself, and this client.</summary>
internal static class UserAgent
{
    private static readonly ProductInfoHeaderValue Own =
        new("Unleash.Pat.Client", typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    public static void Add(HttpClient client, HttpRequestMessage request)
    {
        if (OperatingSystem.IsBrowser())
        {
            // The browser has its own.
            return;
        }

        // What is set on the request replaces the client's defaults, so they are repeated.
        foreach (var product in client.DefaultRequestHeaders.UserAgent)
        {
            request.Headers.UserAgent.Add(product);
        }

        request.Headers.UserAgent.Add(Own);
    }
}
