using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 8.</summary>
public abstract class RotatePatTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task The_same_token_gets_a_new_secret_and_the_former_ends_before_the_response()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"build server"}""");
        (await UseAsync(Service, token.Secret)).ShouldBe(200);

        var answer = await account.Client.SendAsync(HttpMethod.Post, $"{token.Path}/rotate");

        answer.Status.ShouldBe(201, answer.Body);
        answer.Header("cache-control").ShouldBe("no-store");
        answer.Json.TryGetProperty("previousSecretExpiresAt", out _).ShouldBeFalse();
        answer.Json.GetProperty("rotatedAt").GetString().ShouldNotBeNull().ShouldEndWith("Z");
        var rotated = answer.Read<IssuedToken>();
        (rotated.Id, rotated.Description, rotated.CreatedAt).ShouldBe((token.Id, "build server", token.CreatedAt));
        rotated.Secret.ShouldMatch("^user:v2_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$");
        rotated.Secret.ShouldNotBe(token.Secret);
        (await UseAsync(Service, token.Secret)).ShouldBe(401);
        (await UseAsync(Service, rotated.Secret)).ShouldBe(200);
        (await account.Client.GetAsync(token.Path)).Json.TryGetProperty("secret", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task During_the_overlap_both_secrets_work_and_afterwards_only_the_new_one()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync();

        var answer = await account.Client.PostAsync($"{token.Path}/rotate", """{"overlapSeconds":60}""");

        var rotated = answer.Read<IssuedToken>();
        answer.Json.GetProperty("previousSecretExpiresAt").GetString().ShouldBe("2026-06-01T08:01:00.000Z");
        foreach (var secret in new[] { token.Secret, rotated.Secret, token.Secret })
        {
            (await UseAsync(service, secret)).ShouldBe(200);
        }

        (await account.Client.GetAsync(token.Path)).Json.GetProperty("previousSecretExpiresAt").GetString().ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(60));
        (await UseAsync(service, token.Secret)).ShouldBe(401);
        (await UseAsync(service, rotated.Secret)).ShouldBe(200);
        (await account.Client.GetAsync(token.Path)).Json.TryGetProperty("previousSecretExpiresAt", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_former_secret_is_said_to_end_no_later_than_the_token()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var soon = DateTimeOffset.UtcNow.AddMinutes(5).ToString("O");

        var answer = await account.Client.PostAsync($"{token.Path}/rotate", $$"""{"overlapSeconds":3600,"expiresAt":"{{soon}}"}""");

        answer.Json.GetProperty("previousSecretExpiresAt").GetString().ShouldBe(answer.Read<IssuedToken>().ExpiresAt);
    }

    /// <summary>A service that remembers the former secret by its <c>exp</c> must not accept it longer than this one.</summary>
    [Fact]
    public async Task Other_services_are_told_when_each_secret_ends()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"expiresAt":"2026-07-01T00:00:00Z"}""");

        var rotated = await RotateAsync(account.Client, token.Path, """{"overlapSeconds":60,"expiresAt":"2026-08-01T00:00:00Z"}""");

        (await ExpiryOfAsync(service, token.Secret)).ShouldBe(Start.AddSeconds(60).ToUnixTimeSeconds());
        (await ExpiryOfAsync(service, rotated.Secret)).ShouldBe(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Rotating_again_ends_the_oldest_secret_at_once()
    {
        var account = await Service.AccountAsync();
        var first = await account.Client.IssueAsync();
        var second = await RotateAsync(account.Client, first.Path, """{"overlapSeconds":3600}""");

        // The answer was lost, say: the holder rotates with the secret that it still has.
        var third = await RotateAsync(
            Service.Anonymous.WithAuthorization(first.Secret), $"{ServiceClient.Tokens}/current", """{"overlapSeconds":3600}""");

        (await UseAsync(Service, first.Secret)).ShouldBe(401);
        (await UseAsync(Service, second.Secret)).ShouldBe(200);
        (await UseAsync(Service, third.Secret)).ShouldBe(200);
    }

    [Fact]
    public async Task It_lives_as_long_again_and_the_former_secret_no_longer_than_before()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"expiresAt":"2026-06-01T09:00:00.000Z"}""");
        _time.Advance(TimeSpan.FromMinutes(45));

        var answer = await account.Client.PostAsync($"{token.Path}/rotate", """{"overlapSeconds":604800}""");

        answer.Json.GetProperty("expiresAt").GetString().ShouldBe("2026-06-01T09:45:00.000Z");
        answer.Json.GetProperty("previousSecretExpiresAt").GetString().ShouldBe("2026-06-01T09:00:00.000Z");
        var again = await account.Client.PostAsync($"{token.Path}/rotate", """{"expiresAt":"2026-06-01T09:45:00+01:00"}""");
        again.ShouldBreakRule("The expiry date should be in future.");
        (await account.Client.PostAsync($"{token.Path}/rotate", """{"expiresAt":"2026-12-31T00:00:00Z"}"""))
            .Json.GetProperty("expiresAt").GetString().ShouldBe("2026-12-31T00:00:00.000Z");
    }

    [Fact]
    public async Task A_token_cannot_extend_itself_by_rotating()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);

        (await bearer.PostAsync($"{token.Path}/rotate", """{"expiresAt":"2099-01-01T00:00:00Z"}""")).ShouldBeError(
            403, "OperationDeniedError", $"A token cannot rotate a token to a secret that expires later than itself: not later than {token.ExpiresAt}.");
        (await RotateAsync(bearer, $"{ServiceClient.Tokens}/current")).ExpiresAt.ShouldBe(token.ExpiresAt);
    }

    [Fact]
    public async Task The_limit_and_the_description_do_not_matter()
    {
        var account = await Service.AccountAsync();
        for (var number = 1; number < 10; number++)
        {
            await account.Client.IssueAsync();
        }

        var token = await account.Client.IssueAsync();

        (await RotateAsync(account.Client, token.Path)).Id.ShouldBe(token.Id);
        (await account.Client.ListAsync()).Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("""{"overlapSeconds":-1}""")]
    [InlineData("""{"overlapSeconds":604801}""")]
    [InlineData("""{"overlapSeconds":2147483648}""")]
    [InlineData("""{"overlapSeconds":-2147483649}""")]
    [InlineData("""{"overlapSeconds":9223372036854775807}""")]
    public async Task An_overlap_is_at_most_seven_days(string body)
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();

        var answer = await account.Client.PostAsync($"{token.Path}/rotate", body);

        answer.ShouldBreakRule("The overlapSeconds must be between 0 and 604800.");
        answer.Read<ErrorBody>().Details.ShouldHaveSingleItem().Path.ShouldBe("/body/overlapSeconds");
    }

    [Theory]
    [InlineData("""{"overlapSeconds":"60"}""", "The `/body/overlapSeconds` property must be integer. You sent \"60\".")]
    [InlineData("""{"overlapSeconds":1.5}""", "The `/body/overlapSeconds` property must be integer. You sent 1.5.")]
    public async Task An_overlap_is_an_integer(string body, string fault)
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();

        (await account.Client.PostAsync($"{token.Path}/rotate", body)).ShouldBreakSchema(("/body/overlapSeconds", fault));
    }

    [Fact]
    public async Task The_configured_overlap_is_the_default()
    {
        var service = await StartAsync(("Pats:RotationOverlap", "00:10:00"));
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync();

        await RotateAsync(account.Client, token.Path);

        (await UseAsync(service, token.Secret)).ShouldBe(200);
    }

    [Fact]
    public async Task Other_accounts_tokens_and_unknown_ones_are_not_found_and_a_session_has_no_current_token()
    {
        var (account, other) = (await Service.AccountAsync(), await Service.AccountAsync());
        var token = await account.Client.IssueAsync();

        (await other.Client.PostAsync($"{token.Path}/rotate", "{}")).ShouldBeError(404, "NotFoundError");
        (await account.Client.PostAsync($"{ServiceClient.Tokens}/0/rotate", "{}")).ShouldBeError(404, "NotFoundError");
        (await account.Client.PostAsync($"{ServiceClient.Tokens}/current/rotate", "{}")).ShouldBeError(404, "NotFoundError");
        (await UseAsync(Service, token.Secret)).ShouldBe(200);
    }

    [Fact]
    public async Task The_event_names_who_and_which_and_no_secret()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"nightly"}""");

        var rotated = await RotateAsync(account.Client, token.Path, """{"overlapSeconds":60}""");

        var entry = (await Service.EventsAsync("pat-rotated")).First(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == token.Id);
        entry.GetProperty("createdBy").GetString().ShouldBe(account.Email);
        var data = entry.GetProperty("data");
        data.GetProperty("description").GetString().ShouldBe("nightly");
        data.GetProperty("selector").GetString().ShouldBe(rotated.Secret[8..30]);
        data.GetProperty("previousSecretExpiresAt").GetString().ShouldNotBeNull();
        entry.GetRawText().ShouldNotContain(rotated.Secret[31..]);
    }

    [Fact]
    public async Task A_service_accounts_token_rotates_by_the_same_rules()
    {
        var path = $"{AccountCalls.ServiceAccounts}/{await Service.ServiceAccountAsync()}/token";
        var token = (await Service.Administrator.PostAsync(path, "{}")).Read<IssuedToken>();

        var rotated = await RotateAsync(Service.Administrator, $"{path}/{token.Id}");

        rotated.Id.ShouldBe(token.Id);
        (await UseAsync(Service, token.Secret)).ShouldBe(401);
        (await UseAsync(Service, rotated.Secret)).ShouldBe(200);
        (await Service.Administrator.PostAsync($"{path}/0/rotate", "{}")).ShouldBeError(404, "NotFoundError", "Could not find the token with ID \"0\".");
    }

    [Fact]
    public async Task No_request_fails_while_a_token_is_rotated_with_an_overlap()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        var statuses = new System.Collections.Concurrent.ConcurrentBag<int>();
        var isRotated = false;
        var users = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var left = 5; left > 0; left -= Volatile.Read(ref isRotated) ? 1 : 0)
            {
                statuses.Add((await bearer.GetAsync(ServiceClient.Me)).Status);
            }
        })).ToList();

        var rotated = await RotateAsync(account.Client, token.Path, """{"overlapSeconds":3600}""");
        (await UseAsync(Service, rotated.Secret)).ShouldBe(200);
        Volatile.Write(ref isRotated, true);
        await Task.WhenAll(users);

        statuses.ShouldAllBe(status => status == 200);
    }

    private static async Task<IssuedToken> RotateAsync(ServiceClient client, string path, string body = "{}")
    {
        var answer = await client.PostAsync($"{path}/rotate", body);
        answer.Status.ShouldBe(201, answer.Body);
        return answer.Read<IssuedToken>();
    }

    private static async Task<long> ExpiryOfAsync(TestService service, string secret)
    {
        using var form = new FormUrlEncodedContent([new("token", secret)]);
        var answer = await service.Administrator.SendAsync(HttpMethod.Post, "/oauth2/introspect", form);
        return answer.Json.GetProperty("exp").GetInt64();
    }

    private static async Task<int> UseAsync(TestService service, string secret) =>
        (await service.Anonymous.WithAuthorization(secret).GetAsync(ServiceClient.Me)).Status;
}
