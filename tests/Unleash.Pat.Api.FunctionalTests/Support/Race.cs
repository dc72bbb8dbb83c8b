using System.Collections.Concurrent;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Many requests at once.</summary>
internal static class Race
{
    private const int Users = 8;
    private const int UsesEach = 5;

    /// <summary>Creates tokens all at once, in turn over these clients.</summary>
    public static Task<Answer[]> CreateAsync(int count, Func<int, string> body, params ServiceClient[] clients) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number =>
            Task.Run(() => clients[number % clients.Length].PostAsync(ServiceClient.Tokens, body(number)))));

    public static void ShouldLeaveTen(IReadOnlyList<Answer> answers, IReadOnlyList<IssuedToken> held)
    {
        var issued = answers.Where(answer => answer.Status == 201).Select(answer => answer.Read<IssuedToken>()).ToList();
        issued.Count.ShouldBe(10);
        issued.Select(token => token.Id).ShouldBe(held.Select(token => token.Id), ignoreOrder: true);
        foreach (var refused in answers.Where(answer => answer.Status != 201))
        {
            refused.ShouldBeError(403, "OperationDeniedError", "Too many PATs (10) already exist for this user.");
        }
    }

    public static void ShouldLeaveOne(IReadOnlyList<Answer> answers, IReadOnlyList<IssuedToken> held)
    {
        held.ShouldHaveSingleItem().Id.ShouldBe(
            answers.Where(answer => answer.Status == 201).ShouldHaveSingleItem().Read<IssuedToken>().Id);
        foreach (var refused in answers.Where(answer => answer.Status != 201))
        {
            refused.ShouldBeError(409, "NameExistsError", "PAT description already exists.");
        }
    }

    /// <summary>Uses a token without a pause while it is revoked, and a few times afterwards.</summary>
    /// <returns>The answers to requests begun before, and after, the revocation had been answered.</returns>
    public static async Task<(IReadOnlyCollection<int> Before, IReadOnlyCollection<int> After)> UseWhileAsync(
        ServiceClient bearer, Func<Task<Answer>> revoke, bool awaitFirstUse = true)
    {
        var before = new ConcurrentQueue<int>();
        var after = new ConcurrentQueue<int>();
        var revoked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var used = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var users = Enumerable.Range(0, Users).Select(_ => Task.Run(UseAsync)).ToList();

        if (awaitFirstUse)
        {
            // A user that fails ends, so that the test does not wait for a first use that never comes.
            await Task.WhenAny(used.Task, Task.WhenAll(users));
        }

        (await revoke()).Status.ShouldBe(200);
        revoked.SetResult();
        await Task.WhenAll(users);
        return (before, after);

        async Task UseAsync()
        {
            for (var left = UsesEach; left > 0;)
            {
                var isAfter = revoked.Task.IsCompleted;
                var status = (await bearer.GetAsync(ServiceClient.Me)).Status;
                (isAfter ? after : before).Enqueue(status);
                used.TrySetResult();
                left -= isAfter ? 1 : 0;
            }
        }
    }
}
