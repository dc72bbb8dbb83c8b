using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/operations.md, "Upgrades": a version whose migrations only add is put in place node by node.</summary>
[NeedsLastRelease]
public abstract class UpgradeTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task The_last_release_serves_beside_this_version_and_can_be_put_back()
    {
        var oldProcess = StartLast();
        var old = await ClientAsync(oldProcess);
        var owner = await old.SignInByEmailAsync("owner@example.com");
        var before = await owner.IssueAsync();

        var newProcess = Start();
        var current = await ClientAsync(newProcess);

        (await old.GetAsync("/ready")).Status.ShouldBe(200);
        var ofOld = await owner.IssueAsync("""{"description":"made by the last release"}""");
        var ofNew = await (await current.SignInByEmailAsync("owner@example.com")).IssueAsync("""{"description":"made by this version"}""");
        foreach (var token in new[] { before, ofOld, ofNew })
        {
            (await old.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
            (await current.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        }

        (await current.WithCookie(owner.Cookie!).DeleteAsync(ofOld.Path)).Status.ShouldBe(200);
        await owner.DeleteAsync(ofNew.Path);
        await ShouldBeRefusedAsync(old.WithAuthorization(ofOld.Secret));
        await ShouldBeRefusedAsync(current.WithAuthorization(ofNew.Secret));

        // As after a crash during the upgrade, and when this version is given up.
        (await oldProcess.TerminateAsync(Cancel)).ShouldBe(0);
        (await newProcess.TerminateAsync(Cancel)).ShouldBe(0);
        var again = await ClientAsync(StartLast());
        (await again.GetAsync("/ready")).Status.ShouldBe(200);
        (await again.WithAuthorization(before.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await again.WithCookie(owner.Cookie!).ListAsync()).ShouldHaveSingleItem();
    }

    private static Task<Answer> ShouldBeRefusedAsync(ServiceClient bearer) =>
        Eventually.GetAsync(() => bearer.GetAsync(ServiceClient.Me), answer => answer.Status == 401, null, Cancel);

    private TestSupport.Processes.RealService StartLast() =>
        Run(TestService.Defaults.Select(setting => (setting.Key, setting.Value)), program: NeedsLastReleaseAttribute.Program);
}
