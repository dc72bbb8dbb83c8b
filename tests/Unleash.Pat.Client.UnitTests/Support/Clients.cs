using System.Net;

namespace Unleash.Pat.Client.UnitTests.Support;

/// <summary>Clients of a script, without a container.</summary>
internal static class Clients
{
    public static UnleashPatClient Of(Script script, TimeProvider? timeProvider = null) =>
        new(new HttpClient(script) { BaseAddress = new Uri("https://unleash.example.com") }, timeProvider);

    /// <summary>A client that is answered this, whatever it asks.</summary>
    public static UnleashPatClient Answered(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        Of(new Script(_ => Script.Json(status, json)));
}
