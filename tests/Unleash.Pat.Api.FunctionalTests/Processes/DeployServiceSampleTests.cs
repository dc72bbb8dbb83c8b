using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>
/// docs/samples/DeployService as a process of its own, with its settings in the environment. What a restricted token may do
/// there is shown by the package's own tests.
/// </summary>
public abstract class DeployServiceSampleTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string Sample = Path.Combine(RepositoryFolder.Root, "docs", "samples", "DeployService");

    [Fact]
    public async Task It_accepts_a_token_until_it_is_revoked()
    {
        var node = Start();
        var service = await ClientAsync(node);
        var verifier = await service.WithAuthorization(TestService.AdminToken).CreateVerifierAsync("deploy-service");
        var sample = await StartSampleAsync(await node.ReadyAsync(Cancel), verifier.Secret);
        var owner = await service.SignInByEmailAsync("alice@example.com");
        var (token, other) = (await owner.IssueAsync(), await owner.IssueAsync());

        await ShouldAnswerAsync(sample, null, 401, 401, 401);
        await ShouldAnswerAsync(sample, "user:v2_unknown", 401, 401, 401);
        await ShouldAnswerAsync(sample, token.Secret, 200, 200, 202);
        await ShouldAnswerAsync(sample, other.Secret, 200, 200, 202);
        var me = (await Caller(sample, token.Secret).GetAsync("/me")).Json;
        me.GetProperty("id").GetString().ShouldBe($"{token.UserId}");
        me.GetProperty("role").GetString().ShouldBe("Editor");

        await owner.DeleteAsync(token.Path);

        await Task.Delay(Victim.Promise, Cancel);
        await ShouldAnswerAsync(sample, token.Secret, 401, 401, 401);
        await ShouldAnswerAsync(sample, other.Secret, 200, 200, 202);
    }

    private static async Task ShouldAnswerAsync(ServiceClient sample, string? token, int me, int read, int deploy)
    {
        var caller = Caller(sample, token);
        (await caller.GetAsync("/")).Status.ShouldBe(200);
        (await caller.GetAsync("/me")).Status.ShouldBe(me, token);
        (await caller.GetAsync("/deployments")).Status.ShouldBe(read, token);
        (await caller.PostAsync("/deployments", "{}")).Status.ShouldBe(deploy, token);
    }

    private static ServiceClient Caller(ServiceClient sample, string? token) =>
        token is null ? sample : sample.WithAuthorization($"Bearer {token}");

    private async Task<ServiceClient> StartSampleAsync(Uri authority, string secret)
    {
        // It was built beside the tests, in the same configuration.
        var build = Path.GetRelativePath(Path.Combine(RepositoryFolder.Root, "tests", "Unleash.Pat.Api.FunctionalTests"), AppContext.BaseDirectory);
        var sample = Run(
            [
                ("Authentication:Schemes:UnleashPat:Authority", authority.AbsoluteUri),
                ("Authentication:Schemes:UnleashPat:ClientId", "deploy-service"),
                ("Authentication:Schemes:UnleashPat:ClientSecret", secret),
            ],
            program: Path.Combine(Sample, build, "DeployService.dll"));
        return new ServiceClient(new HttpClient { BaseAddress = await sample.ReadyAsync(Cancel) });
    }
}
