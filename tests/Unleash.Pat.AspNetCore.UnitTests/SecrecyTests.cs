using System.Diagnostics;
using System.Net;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>No token and no credential leaves by another way than the question.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task Neither_logs_nor_traces_show_a_secret()
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces)
                {
                    traces.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));

        await AllWaysAsync(package, token);

        var texts = package.Logs.Lines.ToList();
        lock (traces)
        {
            texts.AddRange(traces);
        }

        string[] secrets = [token.Text[30..], "own_secret", package.Service.Questions.First().Authorization["Basic ".Length..]];
        texts.ShouldNotBeEmpty();
        texts.Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static async Task AllWaysAsync(Package package, TestToken token)
    {
        using var remembered = await package.GetAsync("/", token.Text);
        foreach (var status in new[] { HttpStatusCode.InternalServerError, HttpStatusCode.Unauthorized, HttpStatusCode.OK })
        {
            package.Service.IntrospectionStatus = status;
            await package.HeardAsync(() => package.Service.Feed.Revoked("\"7\""));
            using var answer = await package.GetAsync("/", $"Bearer {token.Text}");
        }

        package.Service.Issue(token.Text, "no JSON");
        await package.HeardAsync(() => package.Service.Feed.Revoked("\"7\""));
        using var unreadable = await package.GetAsync("/", token.Text);
        await package.HeardAsync(package.Service.Feed.Cut);
    }
}
