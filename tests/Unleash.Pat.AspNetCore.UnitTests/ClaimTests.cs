using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>What a service learns of its caller.</summary>
public sealed class ClaimTests
{
    [Fact]
    public async Task The_caller_has_the_claims_of_the_token_and_its_account()
    {
        await using var package = await Package.StartAsync();
        var token = package.Issue(new TestToken(7) { Account = "42" });

        using var answer = await package.GetAsync("/", token.Text);

        (await answer.Content.ReadAsStringAsync(Cancel.Test)).Split('\n').ShouldBe(
            [
                "sub=42", "name=Alice Liddell", "preferred_username=alice", "email=alice@example.com", "role=Viewer",
                "account_type=User", "jti=7", "scope=deploy:read", "scope=deploy:write",
            ]);
    }

    [Fact]
    public async Task An_unrestricted_token_says_so()
    {
        await using var package = await Package.StartAsync();
        var token = package.Issue(new TestToken(7) { Scope = null });

        var found = (await package.Verifier.VerifyAsync(token.Text, Cancel.Test)).Token!;

        found.IsUnrestricted.ShouldBeTrue();
        found.HasScope("whatever:else").ShouldBeTrue();
        found.CreatePrincipal().HasClaim("unrestricted", "true").ShouldBeTrue();
    }

    [Fact]
    public async Task The_token_tells_what_the_service_said()
    {
        await using var package = await Package.StartAsync();
        var token = package.Issue(new TestToken(7) { Account = "42" });

        var found = (await package.Verifier.VerifyAsync(token.Text, Cancel.Test)).Token!;

        (found.TokenId, found.Subject, found.Username, found.Name, found.Email, found.Role, found.AccountType)
            .ShouldBe(("7", "42", "alice", "Alice Liddell", "alice@example.com", "Viewer", "User"));
        (found.Issuer, found.ExpiresAt, found.IssuedAt)
            .ShouldBe(("https://tokens.example.com", token.ExpiresAt, DateTimeOffset.FromUnixTimeSeconds(1767225600)));
        found.HasScope("deploy:read").ShouldBeTrue();
        found.HasScope("deploy").ShouldBeFalse();
        found.ToString().ShouldNotContain(token.Text);
    }

    [Fact]
    public async Task The_name_and_the_role_are_the_identitys()
    {
        await using var package = await Package.StartAsync(
            endpoints: app => app.MapGet("/me", (ClaimsPrincipal user) => $"{user.Identity!.Name} {user.IsInRole("Viewer")} {user.IsInRole("Admin")}")
                .RequireAuthorization());
        var token = package.Issue(new TestToken(7));

        using var answer = await package.GetAsync("/me", token.Text);

        (await answer.Content.ReadAsStringAsync(Cancel.Test)).ShouldBe("Alice Liddell True False");
    }

    [Fact]
    public async Task Another_claim_can_be_the_name()
    {
        await using var package = await Package.StartAsync(
            options => options.NameClaimType = "preferred_username",
            endpoints: app => app.MapGet("/me", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization());
        var token = package.Issue(new TestToken(7));

        using var answer = await package.GetAsync("/me", token.Text);

        (await answer.Content.ReadAsStringAsync(Cancel.Test)).ShouldBe("alice");
    }

    [Fact]
    public async Task An_account_without_a_name_is_called_by_what_it_has()
    {
        await using var package = await Package.StartAsync();
        var token = new TestToken(7);
        package.Service.Issue(token.Text, """{"active":true,"sub":"42","jti":"7","email":"bob@example.com","scope":""}""");

        var found = (await package.Verifier.VerifyAsync(token.Text, Cancel.Test)).Token!;

        found.CreatePrincipal().Identity!.Name.ShouldBe("bob@example.com");
        found.Scopes.ShouldBeEmpty();
        found.IsUnrestricted.ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_transformation_adds_to_one_request_is_not_in_the_next()
    {
        await using var package = await Package.ReadyAsync(
            builder: web => web.Services.AddSingleton<IClaimsTransformation, FirstRequestOnly>());
        var token = package.Issue(new TestToken(7));

        using var first = await package.GetAsync("/", token.Text);
        using var second = await package.GetAsync("/", token.Text);

        (await first.Content.ReadAsStringAsync(Cancel.Test)).ShouldContain("role=Admin");
        (await second.Content.ReadAsStringAsync(Cancel.Test)).ShouldNotContain("role=Admin");
        package.Service.AskedAbout(token.Text).ShouldBe(1);
    }

    private sealed class FirstRequestOnly : IClaimsTransformation
    {
        private int _requests;

        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (_requests++ == 0)
            {
                var identity = (ClaimsIdentity)principal.Identity!;
                identity.AddClaim(new Claim("role", "Admin"));
                identity.FindFirst("sub")!.Properties["changed"] = "yes";
            }

            principal.FindFirst("sub")!.Properties.ContainsKey("changed").ShouldBe(_requests == 1);
            return Task.FromResult(principal);
        }
    }
}
