using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>
/// What is answered is on the disk, although many changes share a flush: the answer that shows a new secret is sent after
/// the flush that follows the write of its row.
/// </summary>
/// <remarks>Threat: after a power cut, a revoked token that works again, or a secret that was handed out and never existed.</remarks>
[NeedsStrace]
[OneEngineOnly("A server flushes its own log; this service writes and flushes the file of SQLite alone.")]
public sealed class FlushOrderTests : ProcessTests<SqliteEngine>
{
    private const int Accounts = 4;
    private const int TokensEach = 8;

    [Fact]
    public async Task No_answer_leaves_before_the_flush_that_holds_it()
    {
        var trace = Path.Combine(Path.GetTempPath(), $"unleash-pat-{Guid.NewGuid():N}.trace");
        try
        {
            var selectors = await CreateAsync(Run(TestService.Defaults.Select(pair => (pair.Key, pair.Value)), trace: trace));
            var calls = await SystemCalls.ReadAsync(trace, Cancel);
            selectors.ShouldAllBe(selector => IsFlushedBeforeSent(calls, selector));
        }
        finally
        {
            File.Delete(trace);
        }
    }

    private static async Task<IReadOnlyList<string>> CreateAsync(RealService service)
    {
        var client = await ClientAsync(service);
        var sessions = await Task.WhenAll(
            Enumerable.Range(0, Accounts).Select(number => client.SignInByEmailAsync($"owner{number}@example.com")));
        var tokens = await Task.WhenAll(Enumerable.Range(0, Accounts * TokensEach).Select(number => sessions[number % Accounts].IssueAsync()));
        (await service.TerminateAsync(Cancel)).ShouldBe(0);
        return [.. tokens.Select(token => token.Secret.Split('_', 3)[1])];
    }

    private static bool IsFlushedBeforeSent(SystemCalls calls, string selector)
    {
        var written = calls.Find(0, call => IsOnLog(call, "pwrite64(") && call.Contains(selector, StringComparison.Ordinal));
        var sent = calls.Find(0, call => call.Contains("HTTP/1.1 201", StringComparison.Ordinal) && call.Contains($"_{selector}_", StringComparison.Ordinal));
        written.ShouldBeGreaterThanOrEqualTo(0, "The row was not written to the log.");
        sent.ShouldBeGreaterThanOrEqualTo(0, "The answer was not seen.");

        // A flush that began before the write had ended need not hold it.
        var flushed = calls.Find(calls.Ended[written], call => IsOnLog(call, "fdatasync(") || IsOnLog(call, "fsync("));
        return flushed >= 0 && calls.Ended[flushed] <= sent;
    }

    private static bool IsOnLog(string call, string name) =>
        call.Contains(name, StringComparison.Ordinal) && call.Contains("-wal>", StringComparison.Ordinal);
}
