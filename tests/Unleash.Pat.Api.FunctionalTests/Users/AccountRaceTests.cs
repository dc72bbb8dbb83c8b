using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Rules that the database keeps under concurrent requests.</summary>
public abstract class AccountRaceTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Of_many_creates_of_one_name_in_any_case_one_is_made()
    {
        var name = AccountCalls.Name();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => (number % 3) switch
        {
            0 => Service.Administrator.PostAsync(AccountCalls.Users, new { username = name, rootRole = 3 }),
            1 => Service.Administrator.PostAsync(AccountCalls.Users, new { username = name.ToUpperInvariant(), rootRole = 3 }),
            _ => Service.Administrator.PostAsync(AccountCalls.ServiceAccounts, new { name = "Bot", username = name, rootRole = 3 }),
        })));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != 201))
        {
            refused.ShouldBeError(409, "NameExistsError");
        }
    }

    [Fact]
    public async Task Of_many_who_take_one_address_one_has_it()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Service.PersonAsync()));
        var email = $"{AccountCalls.Name()}@example.com";

        var answers = await Task.WhenAll(people.Select(person =>
            Task.Run(() => Service.Administrator.PutAsync($"{AccountCalls.Users}/{person.Id}", new { email }))));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 409);
    }

    [Fact]
    public async Task A_sign_in_by_the_old_password_beside_its_change_leaves_no_session()
    {
        for (var round = 0; round < 5; round++)
        {
            var (name, id) = await Service.PersonAsync();
            var logins = Enumerable.Range(0, 4)
                .Select(_ => Task.Run(() => Service.Anonymous.TrySignInAsync(name, AccountCalls.GoodPassword))).ToList();
            var change = await Service.Administrator.PostAsync(
                $"{AccountCalls.Users}/{id}/change-password", new { password = "another good password" });
            change.Status.ShouldBe(200, change.Body);

            foreach (var login in await Task.WhenAll(logins))
            {
                if (login.Status == 200)
                {
                    (await Service.Anonymous.WithCookie(login.SessionCookie()).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
                }
            }
        }
    }

    [Fact]
    public async Task Tokens_created_during_the_accounts_deletion_are_refused()
    {
        var (client, _, id) = await Service.SignedInAsync();
        var issues = Enumerable.Range(0, 8)
            .Select(number => Task.Run(() => client.PostAsync(ServiceClient.Tokens, $$"""{"description":"{{number}}"}"""))).ToList();
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}")).Status.ShouldBe(200);

        foreach (var answer in await Task.WhenAll(issues))
        {
            answer.Status.ShouldBeOneOf(201, 401);
            if (answer.Status == 201)
            {
                var bearer = Service.Anonymous.WithAuthorization(answer.Read<IssuedToken>().Secret);
                (await bearer.GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
            }
        }
    }
}
