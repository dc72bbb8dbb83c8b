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
