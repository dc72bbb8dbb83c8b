using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/api.md, section 1.1 and design: what holds across processes. Both are started at once, on nothing.</summary>
public abstract class TwoNodesTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task The_limit_and_the_descriptions_hold_over_both()
    {
        var nodes = await StartNodesAsync();
        var crowd = await SignInAsync(nodes, "crowd@example.com");
        var namesakes = await SignInAsync(nodes, "namesakes@example.com");

        var any = await Race.CreateAsync(200, _ => "{}", crowd);
        var same = await Race.CreateAsync(50, _ => """{"description":"laptop"}""", namesakes);

        Race.ShouldLeaveTen(any, await crowd[0].ListAsync());
        Race.ShouldLeaveOne(same, await namesakes[1].ListAsync());
    }

    [Fact]
    public async Task What_one_revokes_the_other_refuses_before_long()
    {
        var nodes = await StartNodesAsync();
        var owner = await nodes[0].SignInByEmailAsync("owner@example.com");
        var token = await owner.IssueAsync();
        var elsewhere = nodes[1].WithAuthorization(token.Secret);
        (await elsewhere.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        await owner.DeleteAsync(token.Path);

        // Asked again and again, because a use must not prolong what the node remembers. The bound is that of a loaded machine.
        var refused = await Eventually.GetAsync(
            () => elsewhere.GetAsync(ServiceClient.Me), answer => answer.Status != 200, TimeSpan.FromSeconds(25), Cancel);
        refused.ShouldBeError(401, "UnauthorizedError");
    }

    [Fact]
    public async Task A_session_is_known_to_both_until_it_ends()
    {
        var nodes = await StartNodesAsync();
        foreach (var (here, there) in new[] { (nodes[0], nodes[1]), (nodes[1], nodes[0]) })
        {
            var session = await here.SignInByEmailAsync("traveller@example.com");
            var elsewhere = there.WithCookie(session.Cookie!);
            (await elsewhere.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

            await session.SendAsync(HttpMethod.Post, "/logout");

            (await elsewhere.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        }
    }

    private static Task<ServiceClient[]> SignInAsync(ServiceClient[] nodes, string email) =>
        Task.WhenAll(nodes.Select(node => node.SignInByEmailAsync(email)));

    private Task<ServiceClient[]> StartNodesAsync() =>
        Task.WhenAll(new[] { Start(), Start() }.Select(ClientAsync));
}
