using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, section 11.1: invitations and resets, as their users go through them.</summary>
public abstract class PasswordLinkTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_invited_user_sets_a_password_and_signs_in()
    {
        var (name, id, token) = await Service.InvitedAsync();

        var link = await Service.ValidateAsync(token);
        link.Status.ShouldBe(200, link.Body);
        (link.Id(), link.Json.GetProperty("username").GetString()).ShouldBe((id, name));
        link.Json.GetProperty("token").GetString().ShouldBe(token);
        link.Json.GetProperty("role").GetProperty("name").GetString().ShouldBe("Viewer");
        link.Json.GetProperty("createdBy").GetString().ShouldNotBeNullOrEmpty();

        var set = await Service.Anonymous.SetPasswordAsync(token);

        set.Status.ShouldBe(200, set.Body);
        set.Body.ShouldBeEmpty();
        (await Service.Anonymous.TrySignInAsync(name, PasswordLinkCalls.NewPassword)).Status.ShouldBe(200);
        (await Service.Anonymous.SetPasswordAsync(token, "another good password")).ShouldBeNoLink();
        (await Service.Anonymous.TrySignInAsync(name, "another good password")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_user_with_a_password_gets_no_link_that_nobody_asked_for()
    {
        var answer = await Service.Administrator.PostAsync(
            AccountCalls.Users, new { username = AccountCalls.Name(), password = AccountCalls.GoodPassword, rootRole = 3 });

        answer.Json.GetProperty("inviteLink").GetString().ShouldBeEmpty();
        answer.Json.TryGetProperty("hasPassword", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_is_shown_to_have_no_password_until_one_is_set()
    {
        var (_, id, token) = await Service.InvitedAsync();
        (await Service.Administrator.GetAsync($"{AccountCalls.Users}/{id}")).Json.GetProperty("hasPassword").GetBoolean().ShouldBeFalse();
        var renamed = await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { name = "Ada" });
        renamed.Json.GetProperty("hasPassword").GetBoolean().ShouldBeFalse();

        (await Service.Anonymous.SetPasswordAsync(token)).Status.ShouldBe(200);

        (await Service.Administrator.GetAsync($"{AccountCalls.Users}/{id}")).Json.TryGetProperty("hasPassword", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reset_ends_the_sessions_and_leaves_the_tokens()
    {
        var (client, name, id) = await Service.SignedInAsync();
        var bearer = Service.Anonymous.WithAuthorization((await client.IssueAsync()).Secret);
        var answer = await Service.Administrator.PostAsync(PasswordLinkCalls.Reset, new { id = name });
        answer.Status.ShouldBe(200, answer.Body);
        var url = answer.Json.GetProperty("resetPasswordUrl").GetString();
        url.ShouldNotBeNull().ShouldStartWith(new Uri(Service.Address, "reset-password?token=").AbsoluteUri);
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200, "A link changes nothing before it is used.");

        (await Service.Anonymous.SetPasswordAsync(PasswordLinkCalls.TokenOf(url))).Status.ShouldBe(200);

        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword)).Status.ShouldBe(401);
        (await Service.Anonymous.TrySignInAsync(name, PasswordLinkCalls.NewPassword)).Status.ShouldBe(200);
        var entry = (await Service.EventsAsync("user-password-changed"))[0];
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(id);
        entry.GetProperty("preData").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        entry.GetProperty("data").GetProperty("byLink").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_browser_that_uses_a_link_is_signed_out_of_another_account()
    {
        var other = await Service.SignedInAsync();
        var (_, _, token) = await Service.InvitedAsync();

        var set = await other.Client.SetPasswordAsync(token);

        set.Status.ShouldBe(200, set.Body);
        set.Header("set-cookie").ShouldNotBeNull().ShouldStartWith("unleash-session=;");
        (await other.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_password_has_to_keep_the_rules_and_a_refused_one_leaves_the_link()
    {
        var (name, _, token) = await Service.InvitedAsync();

        (await Service.Anonymous.SetPasswordAsync(token, "short")).ShouldBreakRule("The password must be at least 10 characters long.");
        (await Service.Anonymous.SetPasswordAsync(token, name)).ShouldBreakRule("The password must not be the username or the e-mail address.");
        (await Service.Anonymous.PostAsync(PasswordLinkCalls.Password, """{"token":1}""")).ShouldBeError(400, "BadDataError").Details.Count.ShouldBe(2);
        (await Service.Anonymous.PostAsync("/auth/reset/validate-password", new { password = "short" }))
            .ShouldBreakRule("The password must be at least 10 characters long.");
        (await Service.Anonymous.PostAsync("/auth/reset/validate-password", new { password = PasswordLinkCalls.NewPassword })).Status.ShouldBe(200);

        (await Service.Anonymous.SetPasswordAsync(token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task No_event_no_log_line_and_no_list_has_the_token()
    {
        var (_, id, token) = await Service.InvitedAsync();
        var later = await Service.Administrator.LinkAsync(id);
        await Service.Anonymous.SetPasswordAsync(later);

        var created = await Service.EventsAsync("password-link-created");
        created[0].GetProperty("data").GetProperty("id").GetInt64().ShouldBe(id);
        created[0].GetProperty("data").GetProperty("expiresAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        var seen = string.Concat(
            (await Service.Administrator.GetAsync(ServiceClient.Events)).Body,
            (await Service.Administrator.GetAsync(AccountCalls.Users)).Body,
            (await Service.Administrator.GetAsync($"{AccountCalls.Users}/{id}")).Body,
            string.Join('\n', Service.Logs.Lines));
        seen.ShouldNotContain(token[22..]);
        seen.ShouldNotContain(later[22..]);
    }
}
