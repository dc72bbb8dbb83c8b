using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, section 11.1: links that open nothing, and those who may not make one.</summary>
public abstract class PasswordLinkRefusalTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_later_link_ends_the_earlier()
    {
        var (_, id, token) = await Service.InvitedAsync();

        var later = await Service.Administrator.LinkAsync(id);

        await ShouldBeRefusedAsync(token);
        (await Service.Anonymous.SetPasswordAsync(later)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_invented_token_opens_nothing_even_with_a_known_selector()
    {
        var (_, _, token) = await Service.InvitedAsync();
        foreach (var guess in new[] { "", "x", token[..^1], token[..^1] + (token[^1] == 'a' ? 'b' : 'a'), token + "a", token[..22], new string('a', 65), "%00" })
        {
            await ShouldBeRefusedAsync(guess);
        }

        (await Service.Anonymous.GetAsync(PasswordLinkCalls.Validation)).ShouldBeNoLink();
        (await Service.ValidateAsync(token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_link_lives_for_24_hours()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var (_, _, token) = await service.InvitedAsync();

        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        (await service.ValidateAsync(token)).Status.ShouldBe(200);
        time.Advance(TimeSpan.FromMilliseconds(1));

        (await service.ValidateAsync(token)).ShouldBeNoLink();
        (await service.Anonymous.SetPasswordAsync(token)).ShouldBeNoLink();
    }

    [Fact]
    public async Task The_link_of_a_user_who_was_deleted_opens_nothing()
    {
        var (_, id, token) = await Service.InvitedAsync();

        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}")).Status.ShouldBe(200);

        await ShouldBeRefusedAsync(token);
    }

    [Theory]
    [InlineData("""{"enabled":false}""", """{"enabled":true}""")]
    [InlineData("""{"email":"other-{0}@example.com"}""", null)]
    public async Task Switching_a_user_off_and_changing_the_address_end_the_link(string change, string? back)
    {
        var (name, id, token) = await Service.InvitedAsync();
        foreach (var body in new[] { change, back }.OfType<string>())
        {
            (await Service.Administrator.SendAsync(
                HttpMethod.Put, $"{AccountCalls.Users}/{id}", ServiceClient.Json(body.Replace("{0}", name, StringComparison.Ordinal)))).Status.ShouldBe(200);
            await ShouldBeRefusedAsync(token);
        }
    }

    [Fact]
    public async Task A_password_that_is_set_in_another_way_ends_the_link()
    {
        var (_, id, token) = await Service.InvitedAsync();

        (await Service.Administrator.PostAsync($"{AccountCalls.Users}/{id}/change-password", new { password = AccountCalls.GoodPassword }))
            .Status.ShouldBe(200);

        await ShouldBeRefusedAsync(token);
    }

    [Fact]
    public async Task A_token_makes_no_link_for_its_own_account()
    {
        var (client, name, id) = await Service.SignedInAsync(rootRole: 1);
        var bearer = Service.Anonymous.WithAuthorization((await client.IssueAsync()).Secret);
        var issued = await client.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        var adminToken = Service.Anonymous.WithAuthorization(issued.Json.GetProperty("secret").GetString()!);

        foreach (var own in new[] { bearer, adminToken })
        {
            (await own.PostAsync($"{AccountCalls.Users}/{id}/password-link", "{}")).ShouldBeError(403, "OperationDeniedError");
            (await own.PostAsync(PasswordLinkCalls.Reset, new { id = name })).ShouldBeError(403, "OperationDeniedError");
        }

        await client.LinkAsync(id);
    }

    [Fact]
    public async Task Only_users_have_links()
    {
        var service = await Service.ServiceAccountAsync();

        (await Service.Administrator.PostAsync($"{AccountCalls.Users}/{service}/password-link", "{}")).ShouldBeError(404, "NotFoundError", "No user found");
        (await Service.Administrator.PostAsync(PasswordLinkCalls.Reset, new { id = "nobody@example.com" })).ShouldBeError(404, "NotFoundError", "No user found");
    }

    [Fact]
    public async Task Uses_of_links_are_limited_by_address()
    {
        var service = await StartAsync(("RateLimiting:PasswordLinkPerMinute", "2"));

        (await service.ValidateAsync("x")).ShouldBeNoLink();
        (await service.Anonymous.SetPasswordAsync("x")).ShouldBeNoLink();

        (await service.ValidateAsync("x")).ShouldBeError(429, "RateLimitError").Message.ShouldStartWith("Too many uses of links");
        (await service.Anonymous.SetPasswordAsync("x")).Header("retry-after").ShouldNotBeNull();
    }

    private async Task ShouldBeRefusedAsync(string token)
    {
        (await Service.ValidateAsync(token)).ShouldBeNoLink();
        (await Service.Anonymous.SetPasswordAsync(token)).ShouldBeNoLink();
    }
}
