using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>The service is away, or refuses this program.</summary>
public sealed class UnreachableTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_token_that_cannot_be_verified_is_503_and_never_401(HttpStatusCode status)
    {
        await using var package = await Package.ReadyAsync();
        package.Service.IntrospectionStatus = status;

        await ShouldBe503Async(package, package.Issue(new TestToken(7)));

        package.Reading("unleash_pat.verifications.unreachable").ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{\"active\":\"yes\"}")]
    [InlineData("{\"active\":true,\"sub\":\"42\"}")]
    [InlineData("{\"active\":true,\"jti\":\"7\"}")]
    [InlineData("{\"active\":true,\"jti\":\"7\",\"sub\":\"42\",\"exp\":\"never\"}")]
    public async Task So_is_one_of_which_the_service_says_nothing_useful(string answer)
    {
        await using var package = await Package.ReadyAsync();
        var token = new TestToken(7);
        package.Service.Issue(token.Text, answer);

        await ShouldBe503Async(package, token);
    }

    [Fact]
    public async Task And_one_of_which_it_says_too_much()
    {
        await using var package = await Package.ReadyAsync();
        var token = new TestToken(7);
        package.Service.Issue(token.Text, $"{token.Json[..^2]},\"more\":\"{new string('x', 1024 * 1024)}\"}}");

        await ShouldBe503Async(package, token);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up()
    {
        await using var package = await Package.ReadyAsync(options => options.BackchannelTimeout = TimeSpan.FromSeconds(3));
        var token = package.Issue(new TestToken(7));
        var gate = new Gate();
        package.Service.Delay = _ => gate.Wait;
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Time.Advance(TimeSpan.FromSeconds(3));

        (await verification).ShouldBe(UnleashPatStatus.Unreachable);
        gate.Open();
    }

    [Fact]
    public async Task Refused_credentials_are_an_error_in_the_log()
    {
        await using var package = await Package.ReadyAsync();
        package.Service.IntrospectionStatus = HttpStatusCode.Unauthorized;

        await ShouldBe503Async(package, package.Issue(new TestToken(7)));
        await ShouldBe503Async(package, package.Issue(new TestToken(8)));

        package.Logs.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains("ClientSecret one of its valid tokens", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_scheme_that_is_challenged_too_does_not_make_it_401()
    {
        await using var package = await Package.ReadyAsync(
            builder: web => web.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Nobody>("Nobody", null),
            endpoints: app => app.MapGet("/both", () => "").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes(UnleashPatDefaults.AuthenticationScheme, "Nobody").RequireAuthenticatedUser()));
        package.Service.IntrospectionStatus = HttpStatusCode.InternalServerError;

        using var answer = await package.GetAsync("/both", package.Issue(new TestToken(7)).Text);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.WwwAuthenticate.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_service_says_about_the_time_is_passed_on()
    {
        await using var package = await Package.ReadyAsync();
        package.Service.IntrospectionStatus = HttpStatusCode.ServiceUnavailable;
        package.Service.RetryAfter = "17";

        using var answer = await package.GetAsync("/", package.Issue(new TestToken(7)).Text);

        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(17));
    }

    private static async Task ShouldBe503Async(Package package, TestToken token)
    {
        using var answer = await package.GetAsync("/", $"Bearer {token.Text}");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        answer.Headers.WwwAuthenticate.ShouldBeEmpty();
    }

    // Challenges as the framework's own schemes do.
    private sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers.WWWAuthenticate = "Nobody";
            return base.HandleChallengeAsync(properties);
        }
    }
}
