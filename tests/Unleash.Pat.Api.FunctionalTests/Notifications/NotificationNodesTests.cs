using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Notifications;

/// <summary>docs/notifications.md, "Once": however many nodes run, and however one of them ends.</summary>
public abstract class NotificationNodesTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private const int Count = 40;

    [Fact]
    public async Task When_a_node_is_killed_while_it_sends_the_other_tells_the_rest_with_the_same_ids()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Cancel);
        (string, string)[] settings = [.. receiver.Settings, ("Pats:MaxPerUser", "1000")];
        var killed = Start(settings);
        var client = await ClientAsync(killed);
        var account = await client.SignInByEmailAsync("owner@example.com");
        var administrator = client.WithAuthorization(TestService.AdminToken);
        await SwitchedOnAsync(account, administrator, receiver);
        var other = await ClientAsync(Start(settings));
        (await other.GetAsync("/ready")).Status.ShouldBe(200);

        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answering = answering.Task;
        var revoked = new List<long>();
        for (var number = 0; number < Count; number++)
        {
            revoked.Add(await RevokedAsync(account, administrator));
        }

        // Whichever node it is that sends, it has requests under way.
        await Eventually.GetAsync(() => Task.FromResult(Told(receiver, revoked)), told => told.Count >= 8, null, Cancel);
        await killed.KillAsync(Cancel);
        var underWay = Told(receiver, revoked).Select(one => one.Id).ToHashSet();
        answering.SetResult();

        var told = await Eventually.GetAsync(
            () => Task.FromResult(Told(receiver, revoked)), told => told.Select(one => one.Token).Distinct().Count() == Count, null, Cancel);
        told.Select(one => one.Token).Distinct().Count().ShouldBe(Count);
        told.Select(one => one.Id).Distinct().Count().ShouldBe(Count, "Who keeps the ids is told nothing twice.");
        told.GroupBy(one => one.Id).Where(sent => sent.Count() > 1).ShouldAllBe(sent => underWay.Contains(sent.Key), "Only what was under way is sent again.");
        receiver.Requests.ShouldAllBe(request => request.IsSigned);
    }

    // What happens before notifications are switched on is not told.
    private static Task<long> SwitchedOnAsync(ServiceClient account, ServiceClient administrator, WebhookReceiver receiver) =>
        Eventually.GetAsync(() => RevokedAsync(account, administrator), _ => receiver.Requests.Count > 0, null, Cancel);

    private static async Task<long> RevokedAsync(ServiceClient account, ServiceClient administrator)
    {
        var token = await account.IssueAsync();
        (await administrator.DeleteAsync($"/api/admin/personal-access-tokens/{token.Id}")).Status.ShouldBe(200);
        return token.Id;
    }

    private static List<(string Id, long Token)> Told(WebhookReceiver receiver, List<long> tokens) =>
        [.. receiver.Requests.Select(request => (request.Id, request.Data.GetProperty("token").GetProperty("id").GetInt64())).Where(one => tokens.Contains(one.Item2))];
}
