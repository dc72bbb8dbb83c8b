using System.Net;
using System.Text.Json;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>Errors as the service returns them (docs/api.md, section 1.1).</summary>
internal static class TestErrors
{
    public static UnleashPatException Create(int status, string name, params ServiceErrorDetail[] details) =>
        new((HttpStatusCode)status, Error(name, details));

    public static UnleashPatException Create(int status, string name, string message) => Create(status, name, Detail(message));

    /// <summary>The response of a proxy, which is not the service's JSON.</summary>
    public static UnleashPatException WithoutBody(int status) => new((HttpStatusCode)status, null);

    public static UnleashPatException SignedOut() =>
        Create(401, UnleashPatErrors.AuthenticationRequired, "You must log in to use Unleash.");

    public static ServiceErrorDetail Detail(string message, string? path = null) => new() { Message = message, Path = path };

    public static string Body(string name, params ServiceErrorDetail[] details) => JsonSerializer.Serialize(Error(name, details));

    private static ServiceError Error(string name, ServiceErrorDetail[] details) =>
        new() { Name = name, Message = details.FirstOrDefault()?.Message ?? name, Details = details };
}
