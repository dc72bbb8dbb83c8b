using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.TestSupport;
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
    private const string Prefix = "user:v2_";

    [Fact]
    public async Task No_answer_leaves_before_the_flush_that_holds_it()
    {
        var trace = Path.Combine(Path.GetTempPath(), $"unleash-pat-{Guid.NewGuid():N}.trace");
        try
        {
            var selectors = await CreateAsync(Run(TestService.Defaults.Select(pair => (pair.Key, pair.Value)), trace: trace));
            var calls = await Eventually.GetAsync(
                () => SystemCalls.ReadAsync(trace, Cancel), read => selectors.All(selector => Answer(read, selector) >= 0), null, Cancel);
            selectors.ShouldAllBe(selector => IsFlushedBeforeAnswered(calls, selector));
            AreWrittenAtOnce(calls, selectors).ShouldBeTrue("A commit was written in many pieces, which costs more than the change.");
            calls.Find(0, IsOnTemporaryFile).ShouldBe(-1, "A change wrote to a temporary file of SQLite, which costs more than the change.");
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
        return [.. tokens.Select(token => token.Secret[Prefix.Length..][..TokenSecret.SelectorLength])];
    }

    private static bool IsFlushedBeforeAnswered(SystemCalls calls, string selector)
    {
        var written = Written(calls, selector);
        written.ShouldBeGreaterThanOrEqualTo(0, "The row was not written to the log.");

        // A flush that began before the write had ended need not hold it.
        var flushed = calls.Find(calls.Ended[written], IsFlush);
        return flushed >= 0 && calls.Ended[flushed] <= Answer(calls, selector);
    }

    // One write a commit; two where it is longer than a piece, or the log begins again.
    private static bool AreWrittenAtOnce(SystemCalls calls, IReadOnlyList<string> selectors)
    {
        var first = selectors.Min(selector => Written(calls, selector));
        var since = calls.Begun.Skip(first).ToList();
        return since.Count(call => IsOnLog(call, "pwrite64(")) <= 2 * since.Count(IsFlush);
    }

    private static int Written(SystemCalls calls, string selector) =>
        calls.Find(0, call => IsOnLog(call, "pwrite64(") && call.Contains(selector, StringComparison.Ordinal));

    private static bool IsFlush(string call) => IsOnLog(call, "fdatasync(") || IsOnLog(call, "fsync(");

    private static int Answer(SystemCalls calls, string selector) => calls.Find(
        0, call => call.Contains("HTTP/1.1 201", StringComparison.Ordinal) && call.Contains($"_{selector}_", StringComparison.Ordinal));

    private static bool IsOnTemporaryFile(string call) =>
        call.Contains("pwrite64(", StringComparison.Ordinal) && call.Contains("/etilqs_", StringComparison.Ordinal);

    private static bool IsOnLog(string call, string name) =>
        call.Contains(name, StringComparison.Ordinal) && call.Contains("-wal>", StringComparison.Ordinal);
}
