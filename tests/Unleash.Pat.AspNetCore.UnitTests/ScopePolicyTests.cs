using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>Endpoints that need a scope.</summary>
public sealed class ScopePolicyTests
{
    [Theory]
    [InlineData("/endpoint", "deploy:write", HttpStatusCode.OK)]
    [InlineData("/policy", "deploy:read deploy:write", HttpStatusCode.OK)]
    [InlineData("/attribute", "deploy:write", HttpStatusCode.OK)]
    [InlineData("/endpoint", null, HttpStatusCode.OK)]
    [InlineData("/endpoint", "deploy:read", HttpStatusCode.Forbidden)]
    [InlineData("/policy", "DEPLOY:WRITE", HttpStatusCode.Forbidden)]
    [InlineData("/attribute", "", HttpStatusCode.Forbidden)]
    [InlineData("/both", "deploy:write", HttpStatusCode.Forbidden)]
    [InlineData("/both", "deploy:write deploy:read", HttpStatusCode.OK)]
    public async Task A_token_needs_all_scopes_or_none(string path, string? scope, HttpStatusCode expected)
    {
        await using var package = await StartAsync();
        var token = package.Issue(new TestToken(7) { Scope = scope });

        using var answer = await package.GetAsync(path, token.Text);

        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/endpoint", "Bearer error=\"insufficient_scope\", scope=\"deploy:write\"")]
    [InlineData("/both", "Bearer error=\"insufficient_scope\", scope=\"deploy:write deploy:read\"")]
    [InlineData("/admin", "")]
    public async Task A_refusal_names_the_scopes_that_are_missing(string path, string expected)
    {
        await using var package = await StartAsync();
        var token = package.Issue(new TestToken(7) { Scope = "other" });

        using var answer = await package.GetAsync(path, token.Text);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_token_it_is_401()
    {
        await using var package = await StartAsync();

        using var answer = await package.GetAsync("/endpoint", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_scopes_of_another_scheme_do_not_count()
    {
        await using var package = await StartAsync();

        using var answer = await package.GetAsync("/foreign", "Foreign");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("")]
    public void What_is_no_scope_cannot_be_required(string scope) =>
        Should.Throw<ArgumentException>(() => new PatScopeRequirement(scope));

    [Fact]
    public void No_scope_cannot_be_required() => Should.Throw<ArgumentException>(() => new PatScopeRequirement());

    private static Task<Package> StartAsync() => Package.StartAsync(
        builder: web =>
        {
            web.Services.AddAuthentication(UnleashPatDefaults.AuthenticationScheme)
                .AddScheme<AuthenticationSchemeOptions, ForeignHandler>("Foreign", null);
            web.Services.AddAuthorizationBuilder().AddPolicy("deploy", policy => policy.RequirePatScope("deploy:write"));
        },
        endpoints: app =>
        {
            app.MapGet("/endpoint", () => "").RequirePatScope("deploy:write");
            app.MapGet("/both", () => "").RequirePatScope("deploy:write", "deploy:read");
            app.MapGet("/policy", () => "").RequireAuthorization("deploy");
            app.MapGet("/attribute", [RequirePatScope("deploy:write")] () => "");
            app.MapGet("/admin", () => "").RequireAuthorization(policy => policy.RequireRole("Admin"));
            app.MapGet("/foreign", () => "").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes("Foreign").RequirePatScope("deploy:write"));
        });

    private sealed class ForeignHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new("scope", "deploy:write"), new("unrestricted", "true")], "Foreign");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), "Foreign")));
        }
    }
}
