using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>A search finds users in any case and script, and only by their names.</summary>
public abstract class UserSearchTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("Émile Zola", "émile")]
    [InlineData("ÖZGÜR", "özgür")]
    [InlineData("Иванов", "иванов")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("Weiß", "WEISS")]
    [InlineData("Rene\u0301e", "renée")]
    [InlineData("50%_off\\[x]", "%_OFF\\[X]")]
    public async Task People_are_found_in_any_case(string name, string text)
    {
        var made = await Service.Administrator.PostAsync(AccountCalls.Users, new { username = AccountCalls.Name(), name, rootRole = 3 });

        (await SearchAsync(text)).ShouldContain(made.Id());
        (await SearchAsync(name)).ShouldContain(made.Id());
    }

    [Theory]
    [InlineData("%00%00")]
    [InlineData("%00")]
    [InlineData("adm%00")]
    [InlineData("%00admin")]
    [InlineData("%25%25")]
    [InlineData("__")]
    [InlineData("%5B%5Ea%5D")]
    [InlineData("%5C%5C")]
    [InlineData("%E2%80%8B%E2%80%8B")]
    [InlineData("%0A%0A")]
    [InlineData("%ED%A0%80%ED%A0%80")]
    public async Task A_text_in_no_name_finds_no_user(string query)
    {
        var answer = await Service.Administrator.GetAsync($"{AccountCalls.Users}/search?q={query}");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldBe("[]");
    }

    /// <summary>The other places where text from outside meets the database.</summary>
    [Fact]
    public async Task A_NUL_elsewhere_matches_nothing_and_breaks_nothing()
    {
        var events = await Service.Administrator.GetAsync($"{ServiceClient.Events}?type=user-created%00");
        events.Status.ShouldBe(200, events.Body);
        events.Json.GetProperty("events").GetArrayLength().ShouldBe(0);
        (await Service.Anonymous.TrySignInAsync($"{TestService.AdminName}\0", TestService.AdminPassword)).ShouldBeError(401, "PasswordMismatch");
        (await Service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"a\u0000@example.com"}""")).ShouldBeError(400, "BadDataError");
    }

    private async Task<IEnumerable<long>> SearchAsync(string text) =>
        (await Service.Administrator.GetAsync($"{AccountCalls.Users}/search?q={Uri.EscapeDataString(text)}"))
            .Json.EnumerateArray().Select(user => user.GetProperty("id").GetInt64()).ToList();
}
