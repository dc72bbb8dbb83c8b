using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;

namespace Unleash.Pat.Api.FunctionalTests.Inventory;

/// <summary>The routes of the tokens of all accounts.</summary>
internal static class InventoryCalls
{
    public const string Tokens = "/api/admin/personal-access-tokens";
    public const string Revoke = $"{Tokens}/revoke";

    public static async Task<JsonElement> InventoryAsync(this ServiceClient client, string query = "")
    {
        var answer = await client.GetAsync($"{Tokens}?{query}");
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }

    public static List<long> Ids(this JsonElement page) =>
        [.. page.GetProperty("tokens").EnumerateArray().Select(token => token.GetProperty("id").GetInt64())];

    public static long Total(this JsonElement page) => page.GetProperty("total").GetInt64();
}
