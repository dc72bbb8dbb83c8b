using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>Ten failed sign-ins slow an account down, and cannot lock it out.</summary>
public abstract class SignInThrottleTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly FakeTimeProvider _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_ten_failures_each_next_waits_twice_as_long()
    {
        var service = await StartAsync(_time);
        await FailAsync(service, TestService.AdminName, 10);

        foreach (var seconds in new[] { 5, 10, 20, 40, 80, 160, 320, 640, 900, 900 })
        {
            var refused = await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword);
            refused.ShouldBeError(429, "RateLimitError", $"Too many failed attempts to sign in. Try again in {seconds} seconds.");
            refused.Header("retry-after").ShouldBe($"{seconds}");
            _time.Advance(TimeSpan.FromSeconds(seconds));
            await FailAsync(service, TestService.AdminName, 1);
        }

        _time.Advance(TimeSpan.FromMinutes(15));
        (await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).Status.ShouldBe(200);
        await FailAsync(service, TestService.AdminName, 10);
    }

    [Fact]
    public async Task A_refused_attempt_does_not_prolong_the_wait()
    {
        var service = await StartAsync(_time);
        await FailAsync(service, TestService.AdminName, 10);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            (await service.Anonymous.TrySignInAsync(TestService.AdminName, "wrong")).Status.ShouldBe(429);
        }

        _time.Advance(TimeSpan.FromSeconds(5));

        (await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_unknown_name_is_slowed_down_alike()
    {
        var service = await StartAsync(_time);
        await FailAsync(service, "nobody", 10);

        (await service.Anonymous.TrySignInAsync("nobody", "wrong")).ShouldBeError(429, "RateLimitError");
        (await service.Anonymous.TrySignInAsync("NOBODY", "wrong")).ShouldBeError(429, "RateLimitError");
        (await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task All_names_of_one_account_in_any_form_count_as_one()
    {
        var service = await StartAsync(_time);
        var name = AccountCalls.Name();
        var email = $"other-{name}@example.com";
        (await service.Administrator.PostAsync(
            AccountCalls.Users, new { username = name, email, password = AccountCalls.GoodPassword, rootRole = 3 })).Status.ShouldBe(201);
        var fullWidth = string.Concat(name.Select(letter => (char)(letter + 0xFEE0)));
        string[] forms = [name, email, name.ToUpperInvariant(), email.ToUpperInvariant(), fullWidth];

        foreach (var form in forms)
        {
            await FailAsync(service, form, 2);
        }

        foreach (var form in forms)
        {
            (await service.Anonymous.TrySignInAsync(form, AccountCalls.GoodPassword)).ShouldBeError(429, "RateLimitError");
        }

        _time.Advance(TimeSpan.FromSeconds(5));
        (await service.Anonymous.TrySignInAsync(email, AccountCalls.GoodPassword)).Status.ShouldBe(200);
        await FailAsync(service, name, 10);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_no_more_than_ten()
    {
        var service = await StartAsync(_time);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            Task.Run(() => service.Anonymous.TrySignInAsync(TestService.AdminName, $"guess {number}"))));

        answers.Count(answer => answer.Status == 401).ShouldBe(10);
        answers.Count(answer => answer.Status == 429).ShouldBe(30);
    }

    [Fact]
    public async Task Right_sign_ins_sent_all_at_once_are_all_let_in()
    {
        var service = await StartAsync(_time);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            Task.Run(() => service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword))));

        answers.ShouldAllBe(answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_live_session_goes_on_while_its_account_is_guessed_at()
    {
        var service = await StartAsync(_time);
        var admin = await service.Anonymous.SignInAsync(TestService.AdminName, TestService.AdminPassword);
        await FailAsync(service, TestService.AdminName, 10);

        (await admin.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    private static async Task FailAsync(TestService service, string name, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            (await service.Anonymous.TrySignInAsync(name, "wrong")).ShouldBeError(401, "PasswordMismatch");
        }
    }
}
