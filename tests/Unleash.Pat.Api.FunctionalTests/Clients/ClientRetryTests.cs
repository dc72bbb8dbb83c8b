using System.Net;
using System.Text;
using Unleash.Pat.Client;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>What the client repeats, what it does not, and what it makes of answers that are not the service's.</summary>
public sealed class ClientRetryTests
{
    private static readonly Uri Address = new("https://unleash.example.com/pat");

    [Fact]
    public async Task A_read_is_repeated_after_the_time_that_the_service_asks_for()
    {
        var service = new Script(Away, _ => Json(HttpStatusCode.OK, """{"health":"GOOD"}"""));

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
        var service = new Script(_ => Json(HttpStatusCode.OK, """{"pats":[]}"""));

        await Client(service, "*:*.admin").Tokens.ListAsync(TestContext.Current.CancellationToken);

        service.Sent.Single().Headers.GetValues("Authorization").ShouldBe(["*:*.admin"]);
    }

    [Fact]
    public async Task What_is_left_unset_is_not_sent()
    {
        var service = new Script(_ => Json(HttpStatusCode.Created, "{}"));

        await Client(service).Tokens.CreateAsync(new() { Description = "x" }, TestContext.Current.CancellationToken);

        service.Bodies.Single().ShouldBe("""{"description":"x"}""");
    }

    [Fact]
    public async Task A_proxys_answer_is_told_as_it_came()
    {
        var service = new Script(_ => new HttpResponseMessage(HttpStatusCode.Gone) { Content = new StringContent("<h1>Moved</h1>") });

        var refusal = await Should.ThrowAsync<UnleashPatException>(
            Client(service).Account.GetAsync(TestContext.Current.CancellationToken));

        refusal.StatusCode.ShouldBe(HttpStatusCode.Gone);
        refusal.Error.ShouldBeNull();
        refusal.Response.ShouldBe("<h1>Moved</h1>");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/relative")]
    [InlineData("ftp://unleash.example.com")]
    public void Without_an_address_of_the_web_there_is_no_client(string? address) =>
        Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(() => ClientSetup.Create(
            options => options.BaseAddress = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute)));

    private static IUnleashPatClient Client(Script service, string? token = null) => ClientSetup.Create(
        options =>
        {
            options.BaseAddress = Address;
            options.Token = token;
        },
        service);

    private static HttpResponseMessage Away(HttpRequestMessage request)
    {
        var answer = Json(HttpStatusCode.ServiceUnavailable, """{"id":"9c40958a-daac-400e-98fb-3bb438567008","name":"ServiceUnavailableError","message":"Away.","details":[]}""");
        answer.Headers.Add("Retry-After", "0");
        return answer;
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Script(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Sent { get; } = [];

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(request);
            if (request.Content is not null)
            {
                Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
            }

            var answer = answers[Sent.Count - 1](request);
            answer.RequestMessage = request;
            return answer;
        }
    }
}
