using System.Text.Json;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>What docs/api.md, section 1 asks of storage.</summary>
public abstract class PatRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IPatRepository Pats => Get<IPatRepository>();

    [Fact]
    public async Task A_token_comes_back_as_it_was_stored_to_the_millisecond()
    {
        var user = await NewUserAsync();
        var pat = NewPat(user, "ci") with
        {
            CreatedAt = new DateTimeOffset(2027, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
            ExpiresAt = ExpiryPolicy.EndOfTime,
        };

        var creation = await StoreAsync(pat);

        var found = await Pats.FindAsync(user, creation.Value!.Id, Cancel);
        found.ShouldBe(pat.WithId(creation.Value!.Id));
        found!.ExpiresAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    /// <summary>The list reads its columns by their numbers, and one token by their names.</summary>
    [Fact]
    public async Task The_list_has_each_value_of_a_token_in_its_place()
    {
        var user = await NewUserAsync();
        var stored = await StoredAsync(NewPat(user, "ci") with { Scopes = TokenScopes.Create(["pats:read"]) });
        var values = new
        {
            stored.Id,
            Seen = Now.AddMinutes(1),
            Rotated = Now.AddMinutes(2),
            Previous = Now.AddMinutes(3),
        };
        await Get<Database>().WriteAsync(
            transaction => transaction.ExecuteAsync(
                """
                UPDATE personal_access_tokens
                SET seen_at = @Seen, enabled = 0, rotated_at = @Rotated, previous_secret_expires_at = @Previous,
                    last_used_from = '192.0.2.1', rejected_uses = 7
                WHERE id = @Id
                """,
                values,
                Cancel),
            Cancel);

        var listed = (await Pats.GetAllAsync(user, Cancel)).ShouldHaveSingleItem();

        listed.ShouldBe(await Pats.FindAsync(user, stored.Id, Cancel));
        listed.SeenAt.ShouldBe(values.Seen);
        listed.RotatedAt.ShouldBe(values.Rotated);
        listed.PreviousSecretExpiresAt.ShouldBe(values.Previous);
        listed.LastUsedFrom.ShouldBe("192.0.2.1");
        listed.RejectedUses.ShouldBe(7);
        listed.IsEnabled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(TokenScopes.MaxCount)]
    public async Task Scopes_come_back_in_their_order_and_the_longest_are_not_cut(int? count)
    {
        var user = await NewUserAsync();
        var scopes = count is { } number
            ? TokenScopes.Create(Enumerable.Range(1, number).Select(index => $"{50 - index}:{new string('a', 61)}"))
            : null;

        var stored = await StoredAsync(NewPat(user, "ci") with { Scopes = scopes });

        stored.Scopes.ShouldBe(scopes);
        (await Pats.FindAsync(user, stored.Id, Cancel))!.Scopes.ShouldBe(scopes);
        (await Pats.GetAllAsync(user, Cancel)).ShouldHaveSingleItem().Scopes.ShouldBe(scopes);
        var entry = (await EventsAsync(user, EventType.PatCreated)).ShouldHaveSingleItem();
        JsonDocument.Parse(entry.Data!).RootElement.TryGetProperty("scopes", out var told).ShouldBe(scopes is not null);
        (told.ValueKind == JsonValueKind.Array ? told.EnumerateArray().Select(scope => scope.GetString()) : null).ShouldBe(scopes);
        (await Pats.DeleteAsync(user, stored.Id, Deleted(stored), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Ids_rise_and_are_never_given_again()
    {
        var user = await NewUserAsync();
        var first = await StoredAsync(NewPat(user, "first"));
        var last = await StoredAsync(NewPat(user, "last"));
        await Pats.DeleteAsync(user, last.Id, Deleted(last), Cancel);

        var next = await StoredAsync(NewPat(user, "next"));

        last.Id.ShouldBeGreaterThan(first.Id);
        next.Id.ShouldBeGreaterThan(last.Id);
        (await Pats.GetAllAsync(user, Cancel)).Select(pat => pat.Id).ShouldBe([first.Id, next.Id]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("a ")]
    [InlineData(" a")]
    [InlineData("\u00e4")]
    [InlineData("a\u0308")]
    [InlineData("\U0001F600")]
    [InlineData("one\u200b")]
    public async Task Descriptions_are_kept_whole_and_compared_code_point_by_code_point(string description)
    {
        string[] others = ["a", "A", "a ", " a", "\u00e4", "a\u0308", "\U0001F600", "one\u200b", "one"];
        var user = await NewUserAsync();
        foreach (var other in others.Where(other => other != description))
        {
            (await StoreAsync(NewPat(user, other))).Status.ShouldBe(WriteStatus.Done);
        }

        var creation = await StoreAsync(NewPat(user, description));
        var again = await StoreAsync(NewPat(user, description));

        (await Pats.FindAsync(user, creation.Value!.Id, Cancel))!.Description.Value.ShouldBe(description);
        again.Status.ShouldBe(WriteStatus.NameTaken);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\u20ac")]
    [InlineData("\U0001F600")]
    public async Task The_longest_description_is_not_cut(string character)
    {
        var user = await NewUserAsync();
        var longest = string.Concat(Enumerable.Repeat(character, TokenDescription.MaxLength));

        var creation = await StoreAsync(NewPat(user, longest));

        (await Pats.FindAsync(user, creation.Value!.Id, Cancel))!.Description.Value.ShouldBe(longest);
    }

    [Fact]
    public async Task The_limit_counts_the_tokens_held_and_a_deleted_one_makes_room()
    {
        var user = await NewUserAsync();
        var ids = new List<long>();
        for (var number = 0; number < 3; number++)
        {
            ids.Add((await StoredAsync(NewPat(user, $"token {number}"), maxPerUser: 3)).Id);
        }

        (await StoreAsync(NewPat(user, "one more"), maxPerUser: 3)).Status.ShouldBe(WriteStatus.LimitReached);
        (await StoreAsync(NewPat(user, "lowered limit"), maxPerUser: 2)).Status.ShouldBe(WriteStatus.LimitReached);

        var middle = await Pats.FindAsync(user, ids[1], Cancel);
        await Pats.DeleteAsync(user, ids[1], Deleted(middle!), Cancel);
        (await StoreAsync(NewPat(user, "one more"), maxPerUser: 3)).Status.ShouldBe(WriteStatus.Done);
        (await StoreAsync(NewPat(user, "too many"), maxPerUser: 3)).Status.ShouldBe(WriteStatus.LimitReached);
    }

    [Fact]
    public async Task A_token_beyond_the_limit_leaves_no_scopes()
    {
        var user = await NewUserAsync();
        await StoreAsync(NewPat(user, "first"), maxPerUser: 1);

        var refused = await StoreAsync(NewPat(user, "second") with { Scopes = TokenScopes.FromStored("deploy:write api:read") }, maxPerUser: 1);

        refused.Status.ShouldBe(WriteStatus.LimitReached);
    }

    [Fact]
    public async Task The_limit_comes_before_the_name()
    {
        var user = await NewUserAsync();
        await StoreAsync(NewPat(user, "same"), maxPerUser: 1);

        (await StoreAsync(NewPat(user, "same"), maxPerUser: 1)).Status.ShouldBe(WriteStatus.LimitReached);
    }

    [Fact]
    public async Task A_create_that_is_repeated_leaves_one_token_and_one_event()
    {
        var user = await NewUserAsync();
        var pat = NewPat(user, "once");

        var first = await StoreAsync(pat);
        var repeated = await StoreAsync(pat);

        repeated.ShouldBe(first);
        (await Pats.GetAllAsync(user, Cancel)).Count.ShouldBe(1);
        (await EventsAsync(user, EventType.PatCreated)).Count.ShouldBe(1);
    }

    /// <summary>The repetition finds the account full, and it is this very token that fills it.</summary>
    [Fact]
    public async Task A_create_that_is_repeated_after_it_took_the_last_slot_leaves_one_event()
    {
        var user = await NewUserAsync();
        var pat = NewPat(user, "last");

        var first = await StoreAsync(pat, maxPerUser: 1);
        var repeated = await StoreAsync(pat, maxPerUser: 1);

        repeated.ShouldBe(first);
        (await EventsAsync(user, EventType.PatCreated)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_event_names_the_id_that_the_database_gave()
    {
        var user = await NewUserAsync();

        var creation = await StoreAsync(NewPat(user, "with \"quotes\" and \\"));

        var entry = (await EventsAsync(user, EventType.PatCreated)).ShouldHaveSingleItem();
        using var data = JsonDocument.Parse(entry.Data!);
        data.RootElement.GetProperty("id").GetInt64().ShouldBe(creation.Value!.Id);
        data.RootElement.GetProperty("description").GetString().ShouldBe("with \"quotes\" and \\");
    }

    [Fact]
    public async Task A_refused_create_leaves_no_event()
    {
        var user = await NewUserAsync();
        await StoreAsync(NewPat(user, "same"), maxPerUser: 2);

        await StoreAsync(NewPat(user, "same"), maxPerUser: 2);
        await StoreAsync(NewPat(user, "other"), maxPerUser: 1);

        (await EventsAsync(user, EventType.PatCreated)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_is_gone_gets_no_token() =>
        (await StoreAsync(NewPat(long.MaxValue, "orphan"))).Status.ShouldBe(WriteStatus.OwnerUnfit);

    [Fact]
    public async Task Only_the_first_delete_counts_and_is_recorded()
    {
        var user = await NewUserAsync();
        var pat = await StoredAsync(NewPat(user, "short-lived"));

        (await Pats.DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel)).ShouldBeTrue();
        (await Pats.DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel)).ShouldBeFalse();

        (await EventsAsync(user, EventType.PatDeleted)).Count.ShouldBe(1);
        (await Pats.FindAsync(user, pat.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_accounts_token_is_neither_found_nor_deleted()
    {
        var owner = await NewUserAsync();
        var stranger = await NewUserAsync();
        var pat = await StoredAsync(NewPat(owner, "mine"));

        (await Pats.FindAsync(stranger, pat.Id, Cancel)).ShouldBeNull();
        (await Pats.DeleteAsync(stranger, pat.Id, Deleted(pat), Cancel)).ShouldBeFalse();
        (await Pats.FindAsync(owner, pat.Id, Cancel)).ShouldNotBeNull();
    }

    /// <summary>The statement writes the JSON, so whatever a description may contain has to come back from it.</summary>
    [Theory]
    [InlineData("quotes \" and \\ and / and </script>")]
    [InlineData("Ünïcödé, 日本語, 😀, \u2028")]
    [InlineData("'; DROP TABLE events; -- {\"id\":0}")]
    [InlineData("\u0001 tab\t line\n end \u001f ")]
    public async Task The_event_of_a_delete_has_the_token_as_it_was(string description)
    {
        var (user, administrator) = (await NewUserAsync(), await NewUserAsync());
        var created = NewPat(user, description);
        var pat = await StoredAsync(created);

        await Pats.DeleteAsync(user, pat.Id, By(administrator, EventType.PatDeleted), Cancel);

        var entry = (await EventsAsync(administrator, EventType.PatDeleted)).ShouldHaveSingleItem();
        var data = JsonDocument.Parse(entry.Data!).RootElement;
        data.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "description", "expiresAt", "selector", "ownerId", "secure"], ignoreOrder: true);
        data.GetProperty("id").GetInt64().ShouldBe(pat.Id);
        data.GetProperty("description").GetString().ShouldBe(description);
        data.GetProperty("expiresAt").GetString().ShouldBe(UtcMillisecondsJsonConverter.ToText(pat.ExpiresAt));
        data.GetProperty("selector").GetString().ShouldBe(created.Selector);
        data.GetProperty("ownerId").GetInt64().ShouldBe(user);
        data.GetProperty("secure").GetBoolean().ShouldBeTrue();
        entry.PreData.ShouldBeNull();
    }
}
