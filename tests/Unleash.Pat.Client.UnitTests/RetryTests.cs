using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Client.UnitTests.Support;

namespace Unleash.Pat.Client.UnitTests;

/// <summary>What a registered client repeats and what it does not, and what goes with every request.</summary>
public sealed class RetryTests
{
    private static readonly Uri Address = new("https://unleash.example.com/pat");

    [Fact]
    public async Task A_read_is_repeated_after_the_time_that_the_service_asks_for()
    {
        var service = new Script(Away, _ => Script.Json(HttpStatusCode.OK, """{"health":"GOOD"}"""));

        (await Client(service).Service.GetHealthAsync(TestContext.Current.CancellationToken)).ShouldBe("GOOD");

        service.Sent.Select(request => request.RequestUri).ShouldBe([new Uri(Address + "/health"), new Uri(Address + "/health")]);
    }

    [Fact]
    public async Task A_deletion_is_repeated_because_repeating_it_changes_nothing()
    {
        var service = new Script(Away, _ => new HttpResponseMessage(HttpStatusCode.OK));

        await Client(service).Tokens.RevokeAsync(1, TestContext.Current.CancellationToken);

        service.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_creation_is_not_repeated_because_it_may_have_happened()
    {
        var service = new Script(Away, _ => throw new InvalidOperationException("Repeated."));

        var refusal = await Should.ThrowAsync<UnleashPatException>(
            Client(service).Tokens.CreateAsync(new(), TestContext.Current.CancellationToken));

        refusal.Is(UnleashPatErrors.ServiceUnavailable).ShouldBeTrue();
        refusal.RetryAfter.ShouldBe(TimeSpan.Zero);
        service.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_token_goes_with_every_request_as_it_is()
    {
        var service = new Script(_ => Script.Json(HttpStatusCode.OK, """{"pats":[]}"""));

        await Client(service, "*:*.admin\n").Tokens.ListAsync(TestContext.Current.CancellationToken);

        service.Sent.Single().Headers.GetValues("Authorization").ShouldBe(["*:*.admin"]);
    }

    [Fact]
    public async Task What_is_left_unset_is_not_sent()
    {
        var service = new Script(_ => Script.Json(HttpStatusCode.Created, "{}"));

        await Should.ThrowAsync<UnleashPatException>(
            Client(service).Tokens.CreateAsync(new() { Description = "x" }, TestContext.Current.CancellationToken));

        service.Bodies.Single().ShouldBe("""{"description":"x"}""");
    }

    private static IUnleashPatClient Client(Script service, string? token = null)
    {
        var services = new ServiceCollection();
        services
            .AddUnleashPatClient(options =>
            {
                options.BaseAddress = Address;
                options.Token = token;
            })
            .ConfigurePrimaryHttpMessageHandler(() => service);
        return services.BuildServiceProvider().GetRequiredService<IUnleashPatClient>();
    }

    private static HttpResponseMessage Away(HttpRequestMessage request)
    {
        var answer = Script.Json(HttpStatusCode.ServiceUnavailable, """{"id":"9c40958a-daac-400e-98fb-3bb438567008","name":"ServiceUnavailableError","message":"Away.","details":[]}""");
        answer.Headers.Add("Retry-After", "0");
        return answer;
    }
}
