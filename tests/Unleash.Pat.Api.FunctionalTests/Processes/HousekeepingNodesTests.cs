using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/api.md, section 10: one node keeps house, and where it is killed another goes on.</summary>
public abstract class HousekeepingNodesTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task When_the_node_that_keeps_house_is_killed_another_goes_on()
    {
        (string, string)[] policy = [("Pats:DeleteExpiredAfter", "00:00:00")];
        var first = Start(policy);
        var session = await (await ClientAsync(first)).SignInByEmailAsync("owner@example.com");
        await ShouldGoAsync(session);
        var second = await ClientAsync(Start(policy));

        await first.KillAsync(Cancel);

        await ShouldGoAsync(await second.SignInByEmailAsync("owner@example.com"));
    }

    private static async Task ShouldGoAsync(ServiceClient session)
    {
        var soon = DateTimeOffset.UtcNow.AddSeconds(2).ToString("O");
        await session.IssueAsync($$"""{"expiresAt":"{{soon}}"}""");
        await Eventually.GetAsync(() => session.ListAsync(), tokens => tokens.Count == 0, null, Cancel);
    }
}
