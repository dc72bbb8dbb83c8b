using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Names in every script, none of which hides anything, and none of which exists twice.</summary>
public abstract class AccountNameTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Hidden = "The username cannot begin or end with white space, or contain invisible characters.";
    private const string HiddenInName = "The name cannot contain invisible characters.";

    [Theory]
    [InlineData("admin\u3164")]
    [InlineData("ad\u034fmin")]
    [InlineData("admin\ufe0f")]
    [InlineData("admin\u17b4")]
    [InlineData("\u2800")]
    [InlineData("admin\u115f")]
    [InlineData("admin\U000e0061")]
    [InlineData("admin\ufeff")]
    [InlineData("ad\u200cmin")]
    [InlineData("ad\u200dmin")]
    [InlineData("\u202enimda")]
    [InlineData("admin\ue000")]
    [InlineData("admin\0")]
    public async Task Nothing_hides_in_a_username(string username)
    {
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username, rootRole = 3 })).ShouldBreakRule(Hidden);
        (await Service.Administrator.PostAsync(AccountCalls.ServiceAccounts, new { name = "Bot", username, rootRole = 3 }))
            .ShouldBreakRule(Hidden);
    }

    [Theory]
    [InlineData("Rene\u0301e", "Renée", "RENÉE")]
    [InlineData("علی\u200cرضا", "علی\u200cرضا", "علیرضا")]
    [InlineData("क्\u200dष", "क्\u200dष", "क्ष")]
    [InlineData("ｗｉｄｅ", "wide", "ＷＩＤＥ")]
    [InlineData("Groß", "Groß", "GROSS")]
    [InlineData("Ada Lovelace", "Ada Lovelace", "ADA LOVELACE")]
    [InlineData("ИВАНОВ", "ИВАНОВ", "иванов")]
    public async Task A_username_is_stored_in_one_form_and_taken_in_all(string typed, string stored, string rival)
    {
        var service = await StartAsync();
        var made = await service.Administrator.PostAsync(
            AccountCalls.Users, new { username = typed, password = AccountCalls.GoodPassword, rootRole = 3 });
        made.Status.ShouldBe(201, made.Body);
        made.Json.GetProperty("username").GetString().ShouldBe(stored);

        foreach (var name in new[] { typed, stored, rival })
        {
            (await service.Administrator.PostAsync(AccountCalls.Users, new { username = name, rootRole = 3 }))
                .ShouldBeError(409, "NameExistsError", "User already exists");
            (await service.Administrator.PostAsync(AccountCalls.ServiceAccounts, new { name = "Bot", username = name, rootRole = 3 }))
                .ShouldBeError(409, "NameExistsError");
        }

        (await service.Anonymous.TrySignInAsync(typed, AccountCalls.GoodPassword)).Status.ShouldBe(200);
        (await service.Anonymous.TrySignInAsync(stored, AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("👨\u200d👩\u200d👧\u200d👦 Ada", "👨\u200d👩\u200d👧\u200d👦 Ada")]
    [InlineData("❤\ufe0f", "❤\ufe0f")]
    [InlineData("  O’Brien \u3000 & Söhne ", "O’Brien & Söhne")]
    [InlineData("E\u0301mile", "Émile")]
    [InlineData("علی\u200cرضا", "علی\u200cرضا")]
    public async Task A_name_to_show_is_kept_as_it_looks(string name, string stored)
    {
        var person = await Service.Administrator.PostAsync(AccountCalls.Users, new { username = AccountCalls.Name(), name, rootRole = 3 });
        var program = await Service.Administrator.PostAsync(
            AccountCalls.ServiceAccounts, new { name, username = AccountCalls.Name(), rootRole = 3 });

        person.Json.GetProperty("name").GetString().ShouldBe(stored);
        program.Json.GetProperty("name").GetString().ShouldBe(stored);
        var renamed = (await Service.PersonAsync()).Id;
        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{renamed}", new { name }))
            .Json.GetProperty("name").GetString().ShouldBe(stored);
    }

    [Theory]
    [InlineData("\u200b", HiddenInName)]
    [InlineData("Ada\u3164", HiddenInName)]
    [InlineData("\u202eadA", HiddenInName)]
    [InlineData("\u2800", HiddenInName)]
    [InlineData("Ada\ufe0f", HiddenInName)]
    [InlineData(" \u00a0 ", "The name cannot be empty.")]
    public async Task Nothing_hides_in_a_name_to_show(string name, string rule)
    {
        var id = await Service.ServiceAccountAsync();

        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username = AccountCalls.Name(), name, rootRole = 3 })).ShouldBreakRule(rule);
        (await Service.Administrator.PostAsync(AccountCalls.ServiceAccounts, new { name, username = AccountCalls.Name(), rootRole = 3 })).ShouldBreakRule(rule);
        (await Service.Administrator.PutAsync($"{AccountCalls.ServiceAccounts}/{id}", new { name })).ShouldBreakRule(rule);
    }

    /// <summary>The admin UI sends all of an account's properties, whichever was changed.</summary>
    [Fact]
    public async Task An_account_from_before_these_rules_keeps_its_names_while_its_role_changes()
    {
        var (name, email) = ("Ada\u3164", $"{AccountCalls.Name()}\ufe0f@example.com");
        var account = await new AccountOptions { Name = name, Email = email, Password = AccountCalls.GoodPassword }
            .CreateAsync(Service.Services);
        var path = $"{AccountCalls.Users}/{account.Id}";

        var changed = await Service.Administrator.PutAsync(path, new { name, email, rootRole = 1 });

        changed.Status.ShouldBe(200, changed.Body);
        changed.Json.GetProperty("rootRole").GetInt32().ShouldBe(1);
        changed.Json.GetProperty("name").GetString().ShouldBe(name);
        (await Service.Anonymous.TrySignInAsync(email, AccountCalls.GoodPassword)).Status.ShouldBe(200);
        (await Service.Administrator.PutAsync(path, new { name = $"{name}x" })).ShouldBreakRule(HiddenInName);
    }

    [Theory]
    [InlineData("ﬁnn")]
    [InlineData("👩")]
    [InlineData("a  b")]
    public async Task A_username_is_an_identifier(string username) =>
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username, rootRole = 3 })).ShouldBreakRule(
            "The username can contain letters, digits, ASCII punctuation and single spaces, and no other symbols.");

    [Fact]
    public async Task A_username_that_begins_with_an_accent_is_refused_for_that() =>
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username = "\u0301ada", rootRole = 3 })).ShouldBreakRule(
            "The username cannot begin with an accent or another mark that belongs to the letter before it.");

    [Fact]
    public async Task A_name_whose_key_would_not_fit_is_too_long() =>
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username = new string('ß', 200), rootRole = 3 }))
            .ShouldBreakRule("The username cannot be longer than 255 characters.");
}
