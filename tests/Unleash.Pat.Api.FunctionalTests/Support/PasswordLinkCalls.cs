namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>The routes by which users set a password by a link.</summary>
internal static class PasswordLinkCalls
{
    public const string Validation = "/auth/reset/validate";
    public const string Password = "/auth/reset/password";
    public const string Reset = $"{AccountCalls.Users}/reset-password";
    public const string NewPassword = "a password of one's own";

    /// <summary>Creates a user without a password.</summary>
    /// <returns>The username, the id and the token of the invitation's link.</returns>
    public static async Task<(string Name, long Id, string Token)> InvitedAsync(this TestService service, int rootRole = 3)
    {
        var name = AccountCalls.Name();
        var answer = await service.Administrator.PostAsync(AccountCalls.Users, new { username = name, rootRole });
        answer.Status.ShouldBe(201, answer.Body);
        return (name, answer.Id(), TokenOf(answer.Json.GetProperty("inviteLink").GetString()));
    }

    public static Task<Answer> ValidateAsync(this TestService service, string token) =>
        service.Anonymous.GetAsync($"{Validation}?token={token}");

    public static Task<Answer> SetPasswordAsync(this ServiceClient client, string token, string password = NewPassword) =>
        client.PostAsync(Password, new { token, password });

    public static async Task<string> LinkAsync(this ServiceClient client, long id)
    {
        var answer = await client.PostAsync($"{AccountCalls.Users}/{id}/password-link", "{}");
        answer.Status.ShouldBe(200, answer.Body);
        return TokenOf(answer.Json.GetProperty("link").GetString());
    }

    public static string TokenOf(string? link) => link.ShouldNotBeNull().Split("?token=")[1];

    public static void ShouldBeNoLink(this Answer answer) => answer.ShouldBeError(
        401,
        "InvalidTokenError",
        "The link is not valid. It may have expired, been used, or been replaced by a later one. Ask an administrator for another.");
}
