using System.Net;
using System.Text.Json;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>Refusals as the service makes them (docs/api.md, section 1.1).</summary>
internal static class Refusal
{
    public static UnleashPatException Of(int status, string name, params ServiceErrorDetail[] details) =>
        new((HttpStatusCode)status, Error(name, details));

    public static UnleashPatException Of(int status, string name, string message) => Of(status, name, Detail(message));

    /// <summary>What a proxy answers, in a form of its own.</summary>
    public static UnleashPatException Foreign(int status) =>
        new((HttpStatusCode)status, null);

    public static UnleashPatException SignedOut() =>
        Of(401, UnleashPatErrors.AuthenticationRequired, "You must log in to use Unleash.");

    public static ServiceErrorDetail Detail(string message, string? path = null) => new() { Message = message, Path = path };

    public static string Body(string name, params ServiceErrorDetail[] details) =>
        JsonSerializer.Serialize(Error(name, details));

    private static ServiceError Error(string name, ServiceErrorDetail[] details) =>
        new() { Name = name, Message = details.FirstOrDefault()?.Message ?? name, Details = details };
}
