using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>NIST SP 800-63B: a password is one password however a keyboard composes it, wherever it comes in.</summary>
public abstract class PasswordFormTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Composed = "café au lait, s'il vous plaît";

    private static readonly string Decomposed = Composed.Normalize(NormalizationForm.FormD);

    [Fact]
    public async Task One_that_is_set_in_one_form_signs_in_in_the_other()
    {
        foreach (var (set, typed) in new[] { (Composed, Decomposed), (Decomposed, Composed) })
        {
            var username = AccountCalls.Name();
            (await Service.Administrator.PostAsync(AccountCalls.Users, new { username, password = set, rootRole = 3 })).Status.ShouldBe(201);

            (await Service.Anonymous.TrySignInAsync(username, typed)).Status.ShouldBe(200);
            (await Service.Anonymous.TrySignInAsync(username, Composed.ToUpperInvariant())).ShouldBeError(401, "PasswordMismatch");
        }
    }

    [Fact]
    public async Task It_is_one_where_it_is_changed_and_where_an_administrator_sets_it()
    {
        var (client, name, id) = await Service.SignedInAsync();
        (await Service.Administrator.PostAsync($"{AccountCalls.Users}/{id}/change-password", new { password = Decomposed })).Status.ShouldBe(200);
        client = await Service.Anonymous.SignInAsync(name, Composed);

        (await client.PostAsync(AccountCalls.OwnPassword, new
        {
            oldPassword = Decomposed,
            password = Decomposed + "!",
            confirmPassword = Composed + "!",
        })).Status.ShouldBe(200);

        (await Service.Anonymous.TrySignInAsync(name, Composed + "!")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_hash_of_an_earlier_version_still_works_and_is_renewed()
    {
        // As earlier versions made it: of the text as it was typed.
        var hasher = new PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var username = AccountCalls.Name();
        var user = new NewUser(
            AccountType.User, username, null, null, RootRole.Viewer, hasher.HashPassword(new object(), Decomposed), DateTimeOffset.UnixEpoch);
        await Service.Services.GetRequiredService<IUserRepository>().CreateAsync(
            user, AuditStamp.BySystem(EventType.UserCreated, DateTimeOffset.UnixEpoch), Cancel);
        (await Service.Anonymous.TrySignInAsync(username, Composed)).ShouldBeError(401, "PasswordMismatch");

        (await Service.Anonymous.TrySignInAsync(username, Decomposed)).Status.ShouldBe(200);

        (await Service.Anonymous.TrySignInAsync(username, Composed)).Status.ShouldBe(200);
        (await Service.Anonymous.TrySignInAsync(username, Decomposed)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Its_rules_look_at_the_normal_form()
    {
        const string Path = $"{AccountCalls.Users}/validate-password";

        (await Service.Administrator.PostAsync(Path, new { password = "ｐａｓｓｗｏｒｄ１２３" })).ShouldBreakRule(
            "The password must not be one of the most common passwords.");
        (await Service.Administrator.PostAsync(Path, new { password = "e\u0301e\u0301e\u0301e\u0301e\u0301" })).ShouldBreakRule(
            "The password must be at least 10 characters long.");
        (await Service.Administrator.PostAsync(
            AccountCalls.Users, new { username = "Renée Descartes", password = "RENE\u0301E DESCARTES", rootRole = 3 })).ShouldBreakRule(
            "The password must not be the username or the e-mail address.");
    }
}
