using System.Text.Json;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>The routes by which accounts are managed.</summary>
internal static class AccountCalls
{
    public const string Users = "/api/admin/user-admin";
    public const string ServiceAccounts = "/api/admin/service-account";
    public const string ApiTokens = "/api/admin/api-tokens";
    public const string OwnSessions = "/api/admin/user/sessions";
    public const string OwnPassword = "/api/admin/user/change-password";
    public const string GoodPassword = "correct horse battery";

    public static string Name() => $"u{Guid.NewGuid():N}";

    public static Task<Answer> PutAsync(this ServiceClient client, string path, object body) =>
        client.SendAsync(HttpMethod.Put, path, ServiceClient.Json(JsonSerializer.Serialize(body)));

    public static Task<Answer> PostAsync(this ServiceClient client, string path, object body) =>
        client.PostAsync(path, JsonSerializer.Serialize(body));

    /// <summary>Makes a person who signs in by <see cref="GoodPassword"/>.</summary>
    /// <returns>The username and the id.</returns>
    public static async Task<(string Name, long Id)> PersonAsync(this TestService service, int rootRole = 3)
    {
        var name = Name();
        var answer = await service.Administrator.PostAsync(Users, new { username = name, password = GoodPassword, rootRole });
        answer.Status.ShouldBe(201, answer.Body);
        return (name, answer.Id());
    }

    /// <summary>The same, signed in.</summary>
    public static async Task<(ServiceClient Client, string Name, long Id)> SignedInAsync(
        this TestService service, int rootRole = 3)
    {
        var (name, id) = await service.PersonAsync(rootRole);
        return (await service.Anonymous.SignInAsync(name, GoodPassword), name, id);
    }

    public static async Task<long> ServiceAccountAsync(this TestService service, int rootRole = 2)
    {
        var answer = await service.Administrator.PostAsync(
            ServiceAccounts, new { name = "Bot", username = Name(), rootRole });
        answer.Status.ShouldBe(201, answer.Body);
        return answer.Id();
    }

    public static long Id(this Answer answer) => answer.Json.GetProperty("id").GetInt64();

    /// <summary>The newest events of a kind.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EventsAsync(this TestService service, string type)
    {
        var answer = await service.Administrator.GetAsync($"{ServiceClient.Events}?type={type}");
        answer.Status.ShouldBe(200, answer.Body);
        return [.. answer.Json.GetProperty("events").EnumerateArray()];
    }
}
