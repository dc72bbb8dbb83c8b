using System.Net;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Client;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>The generated client against the real program: the life of a token.</summary>
public abstract class ClientLifeTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_token_is_created_used_listed_and_deleted()
    {
        var address = await Start().ReadyAsync(Cancel);
        var session = ClientSetup.Create(address, keepsSession: true);
        var user = await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);
        var expiry = new DateTimeOffset(2099, 4, 19, 8, 15, 14, TimeSpan.Zero);

        var created = await session.Tokens.CreateAsync(new() { Description = "of the client", ExpiresAt = expiry }, Cancel);

        created.UserId.ShouldBe(user.Id);
        created.ExpiresAt.ShouldBe(expiry);
        created.SeenAt.ShouldBeNull();
        var bearer = ClientSetup.Create(address, created.Secret);
        (await bearer.Account.GetAsync(Cancel)).User.Username.ShouldBe(TestService.AdminName);
        (await bearer.Tokens.ListAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(created.Id);
        (await bearer.Tokens.GetAsync(created.Id, Cancel)).Description.ShouldBe("of the client");

        await session.Tokens.RevokeAsync(created.Id, Cancel);

        (await session.Tokens.ListAsync(Cancel)).ShouldBeEmpty();
        (await Should.ThrowAsync<UnleashPatException>(bearer.Account.GetAsync(Cancel))).Error!.Name.ShouldBe(UnleashPatErrors.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_created_with_scopes_which_are_told_wherever_it_is_shown()
    {
        var address = await Start(("Pats:Scopes:deploy:write", "Deploys.")).ReadyAsync(Cancel);
        var session = ClientSetup.Create(address, keepsSession: true);
        await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);

        var created = await session.Tokens.CreateAsync(new() { Scopes = ["deploy:write", "api:read"] }, Cancel);
        var unrestricted = await session.Tokens.CreateAsync(new(), Cancel);

        created.Scopes.ShouldBe(["deploy:write", "api:read"]);
        (await session.Tokens.GetAsync(created.Id, Cancel)).Scopes.ShouldBe(["deploy:write", "api:read"]);
        unrestricted.Scopes.ShouldBeNull();
        var told = await ClientSetup.Create(address, TestService.AdminToken).OAuth.IntrospectAsync(created.Secret, Cancel);
        (told.IsUnrestricted, told.Scope).ShouldBe((false, "deploy:write api:read"));
        (await session.OAuth.GetMetadataAsync(Cancel)).Scopes.ShouldBe(["api:read", "api:write", "deploy:write"]);
        var named = (await session.Service.GetConfigurationAsync(Cancel)).PersonalAccessTokens.Scopes.ShouldHaveSingleItem();
        (named.Name, named.Description).ShouldBe(("deploy:write", "Deploys."));
        var bearer = ClientSetup.Create(address, created.Secret);
        (await Should.ThrowAsync<UnleashPatException>(bearer.Tokens.RevokeAsync(unrestricted.Id, Cancel))).Error!.Message
            .ShouldContain("api:write");
    }

    [Fact]
    public async Task A_service_verifies_a_token_and_its_holder_revokes_it()
    {
        var address = await Start().ReadyAsync(Cancel);
        var session = ClientSetup.Create(address, keepsSession: true);
        var user = await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);
        var created = await session.Tokens.CreateAsync(new() { ExpiresAt = new(2099, 4, 19, 8, 15, 14, TimeSpan.Zero) }, Cancel);
        var verifier = ClientSetup.Create(address, TestService.AdminToken);

        var told = await verifier.OAuth.IntrospectAsync(created.Secret, Cancel);

        (told.IsActive, told.IsUnrestricted, told.Scope).ShouldBe((true, true, null));
        (told.Subject, told.Username, told.TokenId).ShouldBe(($"{user.Id}", TestService.AdminName, $"{created.Id}"));
        (told.AccountType?.Value, told.RootRole, told.ExpiresAt).ShouldBe(("User", "Admin", created.ExpiresAt));
        told.Issuer.ShouldBe((await verifier.OAuth.GetMetadataAsync(Cancel)).Issuer);

        await ClientSetup.Create(address).OAuth.RevokeAsync(created.Secret, Cancel);

        (await verifier.OAuth.IntrospectAsync(created.Secret, Cancel)).IsActive.ShouldBeFalse();
        var refused = await Should.ThrowAsync<UnleashPatException>(session.OAuth.IntrospectAsync("x", Cancel));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_soon_expiring_token_says_so_by_its_name()
    {
        var address = await Start().ReadyAsync(Cancel);
        var session = ClientSetup.Create(address, keepsSession: true);
        await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);

        var created = await session.Tokens.CreateAsync(new() { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(5) }, Cancel);

        created.ExpiryWarning.ShouldBe(ExpiryWarning.ExpiresSoon);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_though_the_redirect_leads_nowhere()
    {
        var session = ClientSetup.Create(await Start().ReadyAsync(Cancel), keepsSession: true);
        await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);

        await session.Account.SignOutAsync(Cancel);

        (await Should.ThrowAsync<UnleashPatException>(session.Account.GetAsync(Cancel))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_that_keeps_no_session_has_none()
    {
        var client = ClientSetup.Create(await Start().ReadyAsync(Cancel));
        await client.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);

        (await Should.ThrowAsync<UnleashPatException>(client.Account.GetAsync(Cancel)))
            .Is(UnleashPatErrors.AuthenticationRequired).ShouldBeTrue();
    }

    [Fact]
    public async Task The_base_path_is_kept()
    {
        var address = await Start(("BasePath", "/pat")).ReadyAsync(Cancel);

        (await ClientSetup.Create(new Uri(address, "/pat")).Service.GetHealthAsync(Cancel)).ShouldBe("GOOD");
    }
}
