using System.Net;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Client;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Clients;

/// <summary>The generated client against the real program: every refusal that a client can meet, as an exception.</summary>
public abstract class ClientFailureTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private static readonly LoginSchema Administrator =
        new() { Username = TestService.AdminName, Password = TestService.AdminPassword };

    [Fact]
    public async Task Every_refusal_has_its_status_its_name_and_its_body()
    {
        var address = await Start().ReadyAsync(Cancel);
        var nobody = ClientSetup.Create(address);
        var session = ClientSetup.Create(address, keepsSession: true);
        await session.LoginAsync(Administrator, Cancel);

        await Refused(session.CreatePatAsync(new() { Description = " " }, Cancel), HttpStatusCode.BadRequest, UnleashPatErrors.BadData);
        var hint = await Refused(nobody.GetPatsAsync(Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.AuthenticationRequired);
        hint.Path.ShouldNotBeNullOrEmpty();
        await Refused(
            ClientSetup.Create(address, "user:unknown").GetMeAsync(Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.Unauthorized);
        await Refused(
            nobody.LoginAsync(new() { Username = "admin", Password = "wrong" }, Cancel), HttpStatusCode.Unauthorized, UnleashPatErrors.PasswordMismatch);
        await Refused(
            ClientSetup.Create(address, TestService.AdminToken).CreatePatAsync(new(), Cancel), HttpStatusCode.Forbidden, UnleashPatErrors.NoAccess);
        await Refused(session.GetPatAsync(12345, Cancel), HttpStatusCode.NotFound, UnleashPatErrors.NotFound);
        await Refused(
            session.CreatePatAsync(new() { Description = new string('x', 200_000) }, Cancel),
            HttpStatusCode.RequestEntityTooLarge,
            UnleashPatErrors.PayloadTooLarge);
        await session.CreatePatAsync(new() { Description = "taken" }, Cancel);
        await Refused(session.CreatePatAsync(new() { Description = "taken" }, Cancel), HttpStatusCode.Conflict, UnleashPatErrors.NameExists);
        for (var pats = 1; pats < 10; pats++)
        {
            await session.CreatePatAsync(new(), Cancel);
        }

        await Refused(session.CreatePatAsync(new(), Cancel), HttpStatusCode.Forbidden, UnleashPatErrors.OperationDenied);
    }

    [Fact]
    public async Task Too_many_attempts_say_how_long_to_wait()
    {
        var client = ClientSetup.Create(await Start(("RateLimiting:LoginPerMinute", "1")).ReadyAsync(Cancel));
        await client.LoginAsync(Administrator, Cancel);

        var refusal = await Should.ThrowAsync<UnleashPatException<ApiErrorSchema>>(client.LoginAsync(Administrator, Cancel));

        refusal.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refusal.Is(UnleashPatErrors.RateLimit).ShouldBeTrue();
        refusal.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<ApiErrorSchema> Refused(Task request, HttpStatusCode status, string name)
    {
        var refusal = await Should.ThrowAsync<UnleashPatException<ApiErrorSchema>>(request);
        refusal.StatusCode.ShouldBe(status);
        refusal.Message.ShouldStartWith($"{name}: ");
        refusal.Error.ShouldBe(refusal.Result);
        refusal.Result.Name.ShouldBe(name);
        refusal.Result.Id.ShouldNotBe(Guid.Empty);
        refusal.Result.Message.ShouldNotBeNullOrWhiteSpace();
        refusal.Result.Details.ShouldNotBeEmpty();
        return refusal.Result;
    }
}
