using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Passwords: their rules, and what a change of one ends.</summary>
public abstract class PasswordTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Other = "another good password";

    [Fact]
    public async Task A_change_ends_the_other_sessions_and_keeps_this_one()
    {
        var (client, name, id) = await Service.SignedInAsync();
        var elsewhere = await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);
        var bearer = Service.Anonymous.WithAuthorization((await client.IssueAsync()).Secret);

        (await ChangeAsync(client, AccountCalls.GoodPassword, Other, Other)).Status.ShouldBe(200);

        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await elsewhere.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword)).ShouldBeError(401, "PasswordMismatch");
        (await Service.Anonymous.TrySignInAsync(name, Other)).Status.ShouldBe(200);
        var entry = (await Service.EventsAsync("user-password-changed"))[0];
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(id);
        entry.GetRawText().ShouldNotContain(Other);
    }

    [Fact]
    public async Task A_change_by_an_administrator_ends_every_session_of_the_user()
    {
        var (client, name, id) = await Service.SignedInAsync();

        (await Service.Administrator.PostAsync($"{AccountCalls.Users}/{id}/change-password", new { password = Other })).Status.ShouldBe(200);

        (await client.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await Service.Anonymous.TrySignInAsync(name, Other)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_wrong_old_password_changes_nothing()
    {
        var (client, name, _) = await Service.SignedInAsync();

        (await ChangeAsync(client, "not the old password", Other, Other)).ShouldBeError(
            401,
            "PasswordMismatch",
            "The old password you provided is invalid. If you have forgotten your password, get in touch with your instance administrator.");

        (await Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_old_password_cannot_be_guessed_here_either()
    {
        var (client, _, _) = await Service.SignedInAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            (await ChangeAsync(client, $"guess number {attempt}", Other, Other)).ShouldBeError(401, "PasswordMismatch");
        }

        var answer = await ChangeAsync(client, AccountCalls.GoodPassword, Other, Other);

        answer.ShouldBeError(429, "RateLimitError");
        answer.Header("retry-after").ShouldBe("5");
    }

    [Fact]
    public async Task A_broken_rule_is_told_before_the_old_password_is_looked_at()
    {
        var (client, name, _) = await Service.SignedInAsync();

        (await ChangeAsync(client, "wrong", Other, Other + "!")).ShouldBreakRule("The password and its confirmation must be the same.");
        (await ChangeAsync(client, "wrong", "short", "short")).ShouldBreakRule("The password must be at least 10 characters long.");
        (await ChangeAsync(client, "wrong", name, name)).ShouldBreakRule("The password must not be the username or the e-mail address.");
        (await client.PostAsync(AccountCalls.OwnPassword, """{"password":"secret-secret"}""")).ShouldBeError(400, "BadDataError")
            .Details.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_without_a_password_has_none_to_change()
    {
        var account = await Service.AccountAsync();

        (await ChangeAsync(account.Client, "anything", Other, Other)).ShouldBeError(
            403, "OperationDeniedError", "Your account does not use a password.");
        (await Service.Administrator.PostAsync(AccountCalls.OwnPassword, new { oldPassword = "x", password = Other, confirmPassword = Other }))
            .ShouldBeError(403, "NoAccessError");
    }

    [Theory]
    [InlineData("ten chars!", 200)]
    [InlineData("aaaaaaaaaa", 200)]
    [InlineData("пароль на русском", 200)]
    [InlineData("🔐🔐🔐🔐🔐🔐🔐🔐🔐🔐", 200)]
    [InlineData("🔐🔐🔐🔐🔐", 400)]
    [InlineData("nine char", 400)]
    [InlineData("1234567890", 400)]
    [InlineData("QwertyUiop", 400)]
    public async Task A_text_can_be_looked_at_before_it_is_chosen(string password, int status)
    {
        var answer = await Service.Administrator.PostAsync($"{AccountCalls.Users}/validate-password", new { password });

        answer.Status.ShouldBe(status, answer.Body);
        answer.Body.ShouldNotContain(password);
    }

    [Fact]
    public async Task The_longest_password_has_256_characters()
    {
        var path = $"{AccountCalls.Users}/validate-password";

        (await Service.Administrator.PostAsync(path, new { password = new string('é', 256) })).Status.ShouldBe(200);
        (await Service.Administrator.PostAsync(path, new { password = new string('é', 257) }))
            .ShouldBreakRule("The password must be at most 256 characters long.");
    }

    private static Task<Answer> ChangeAsync(ServiceClient client, string oldPassword, string password, string confirmPassword) =>
        client.PostAsync(AccountCalls.OwnPassword, new { oldPassword, password, confirmPassword });
}
