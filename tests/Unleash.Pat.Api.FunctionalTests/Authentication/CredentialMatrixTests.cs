using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Shell;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, sections 1.1, 3 and 5: every operation of the admin API with every kind of credential.</summary>
public abstract class CredentialMatrixTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    // An unknown id, so that nothing is deleted that the next request needs.
    private const string NoId = "999999999";

    // What any account may ask of others, as in Unleash.
    private static readonly string[] ForEverybody =
    [
        "/api/admin/ui-config", "/api/admin/policy", "/api/admin/user-admin/validate-password",
        "/api/admin/instance-admin/statistics", "/api/admin/personal-dashboard", "/api/admin/search/events",
        "GET /api/admin/api-tokens",
        .. EmptyAnswers.All.Where(answer => answer.Permission is null).Select(answer => $"/{answer.Path}"),
    ];

    // It is about the token that authenticates the request, and not found without one.
    private const string Current = $"{ServiceClient.Tokens}/current";

    // An account is to answer for the token from then on, so that one must ask.
    private const string TakeOver = "/api/admin/api-tokens/{id}/take-over";

    [Fact]
    public async Task Without_credentials_nothing_answers() => await EachAsync(
        _ => Task.FromResult(Service.Anonymous),
        (_, answer) => answer.ShouldBeError(401, "AuthenticationRequired"));

    [Fact]
    public async Task An_unknown_credential_is_refused_everywhere()
    {
        foreach (var header in await DeadAsync())
        {
            await EachAsync(
                _ => Task.FromResult(Service.Anonymous.WithAuthorization(header)),
                (_, answer) => answer.ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash."));
        }
    }

    [Fact]
    public async Task A_session_that_has_ended_opens_nothing()
    {
        var account = await Service.AccountAsync();
        await account.Client.SendAsync(HttpMethod.Post, "/logout");
        await EachAsync(_ => Task.FromResult(account.Client), (_, answer) => answer.ShouldBeError(401, "AuthenticationRequired"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task A_user_without_admin_rights_reaches_only_their_own_data(int role, bool byToken) => await EachAsync(
        _ => ClientAsync(RootRole.FromId(role)!, byToken),
        (operation, answer) =>
        {
            if (IsOwn(operation) || IsForEverybody(operation))
            {
                ShouldBeOpen(answer);
            }
            else
            {
                answer.ShouldBeError(403, "NoAccessError", """You need the "ADMIN" permission to perform this action.""");
            }
        });

    [Fact]
    public async Task A_service_account_has_its_own_and_no_more() => await EachAsync(
        async _ =>
        {
            // Another one each time, because a token can rotate itself.
            var id = await Service.ServiceAccountAsync();
            var issued = await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{id}/token", "{}");
            return Service.Anonymous.WithAuthorization(issued.Json.GetProperty("secret").GetString()!);
        },
        (operation, answer) =>
        {
            if (!IsOwn(operation) && !IsForEverybody(operation))
            {
                answer.ShouldBeError(403, "NoAccessError");
            }
            else if (answer.Status != 403)
            {
                ShouldBeOpen(answer);
            }
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_administrator_has_all(bool byToken) =>
        await EachAsync(_ => ClientAsync(RootRole.Admin, byToken), (_, answer) => ShouldBeOpen(answer));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_admin_token_administers_and_has_nothing_of_its_own(bool issued)
    {
        var client = issued ? await IssuedAdminTokenAsync() : Service.Administrator;
        await EachAsync(
            _ => Task.FromResult(client),
            (operation, answer) =>
            {
                if (operation.Template.StartsWith(Current, StringComparison.Ordinal))
                {
                    answer.ShouldBeError(404, "NotFoundError");
                }
                else if (!IsOwn(operation) && operation.Template != TakeOver)
                {
                    ShouldBeOpen(answer);
                }
                else if (answer.Status != 400 || operation.Properties.Count == 0)
                {
                    // A body is looked at before the permission.
                    answer.ShouldBeError(403, "NoAccessError");
                }
            });
    }

    private static bool IsForEverybody(ApiOperation operation) =>
        ForEverybody.Contains(operation.Template) || ForEverybody.Contains($"{operation.Method} {operation.Template}");

    private static bool IsOwn(ApiOperation operation) =>
        operation.Template == ServiceClient.Me || operation.Template.StartsWith($"{ServiceClient.Me}/", StringComparison.Ordinal);

    private static void ShouldBeOpen(Answer answer)
    {
        answer.Status.ShouldBeLessThan(500, answer.Body);
        answer.Status.ShouldNotBe(401, answer.Body);
        answer.Status.ShouldNotBe(403, answer.Body);
    }

    private static async Task EachAsync(Func<ApiOperation, Task<ServiceClient>> client, Action<ApiOperation, Answer> check)
    {
        var operations = (await ApiDocument.Committed).Operations
            .Where(operation => operation.Template.StartsWith("/api/admin/", StringComparison.Ordinal)).ToList();
        operations.Count.ShouldBeGreaterThan(30);
        foreach (var operation in operations)
        {
            var content = operation.Properties.Count > 0 ? ServiceClient.Json("{}") : null;
            var answer = await (await client(operation)).SendAsync(operation.Method, operation.Path(NoId), content);
            try
            {
                check(operation, answer);
            }
            catch (ShouldAssertException exception)
            {
                throw new ShouldAssertException($"{operation}: {exception.Message}", exception);
            }
        }
    }

    // Another account each time, because some operations end the sessions of the one that asks.
    private async Task<ServiceClient> ClientAsync(RootRole role, bool byToken)
    {
        var account = await Service.AccountAsync(new() { Role = role });
        return byToken ? Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret) : account.Client;
    }

    private async Task<ServiceClient> IssuedAdminTokenAsync()
    {
        var answer = await Service.Administrator.PostAsync(
            AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        return Service.Anonymous.WithAuthorization(answer.Json.GetProperty("secret").GetString()!);
    }

    private async Task<IEnumerable<string>> DeadAsync()
    {
        var (owner, gone) = (await Service.AccountAsync(), await Service.AccountAsync());
        var (revoked, ofGone) = (await owner.Client.IssueAsync(), await gone.Client.IssueAsync());
        await owner.Client.DeleteAsync(revoked.Path);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{gone.Id}")).Status.ShouldBe(200);
        return [revoked.Secret, ofGone.Secret, revoked.Secret[..^1], "nonsense", "*:*.unknown-0123456789-abcdefghij"];
    }
}
