using System.Net;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Client;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>The generated client against the real program: every refusal that a client can meet, as an exception.</summary>
public abstract class ClientFailureTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Every_refusal_has_its_status_its_name_and_its_body()
    {
        var address = await Start().ReadyAsync(Cancel);
        var nobody = ClientSetup.Create(address);
        var session = ClientSetup.Create(address, keepsSession: true);
        await session.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);

        await Refused(session.Tokens.CreateAsync(new() { Description = " " }, Cancel), HttpStatusCode.BadRequest, UnleashPatErrors.BadData);
        var hint = await Refused(nobody.Tokens.ListAsync(Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.AuthenticationRequired);
        hint.Path.ShouldNotBeNullOrEmpty();
        await Refused(
            ClientSetup.Create(address, "user:unknown").Account.GetAsync(Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.Unauthorized);
        await Refused(
            nobody.Account.SignInAsync("admin", "wrong", Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.PasswordMismatch);
        await Refused(
            ClientSetup.Create(address, TestService.AdminToken).Tokens.CreateAsync(new(), Cancel), HttpStatusCode.Forbidden, UnleashPatErrors.NoAccess);
        await Refused(session.Tokens.GetAsync(12345, Cancel), HttpStatusCode.NotFound, UnleashPatErrors.NotFound);
        await Refused(
            session.Tokens.CreateAsync(new() { Description = new string('x', 200_000) }, Cancel),
            HttpStatusCode.RequestEntityTooLarge,
            UnleashPatErrors.PayloadTooLarge);
        await session.Tokens.CreateAsync(new() { Description = "taken" }, Cancel);
        await Refused(session.Tokens.CreateAsync(new() { Description = "taken" }, Cancel), HttpStatusCode.Conflict, UnleashPatErrors.NameExists);
        for (var pats = 1; pats < 10; pats++)
        {
            await session.Tokens.CreateAsync(new(), Cancel);
        }

        await Refused(session.Tokens.CreateAsync(new(), Cancel), HttpStatusCode.Forbidden, UnleashPatErrors.OperationDenied);
    }

    [Fact]
    public async Task Too_many_attempts_say_how_long_to_wait()
    {
        var client = ClientSetup.Create(await Start(("RateLimiting:LoginPerMinute", "1")).ReadyAsync(Cancel));

        // Several, because on a slow machine a minute may end between two of them.
        var refusal = await Should.ThrowAsync<UnleashPatException>(async () =>
        {
            for (var attempt = 0; attempt < 10; attempt++)
            {
                await client.Account.SignInAsync(TestService.AdminName, TestService.AdminPassword, Cancel);
            }
        });

        refusal.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refusal.Is(UnleashPatErrors.RateLimit).ShouldBeTrue();
        refusal.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<ServiceError> Refused(Task request, HttpStatusCode status, string name)
    {
        var refusal = await Should.ThrowAsync<UnleashPatException>(request);
        refusal.StatusCode.ShouldBe(status);
        refusal.Message.ShouldStartWith($"{name}: ");
        refusal.Response.ShouldBeNull();
        var error = refusal.Error.ShouldNotBeNull();
        error.Name.ShouldBe(name);
        error.Id.ShouldNotBe(Guid.Empty);
        error.Message.ShouldNotBeNullOrWhiteSpace();
        error.Details.ShouldNotBeEmpty();
        return error;
    }
}
