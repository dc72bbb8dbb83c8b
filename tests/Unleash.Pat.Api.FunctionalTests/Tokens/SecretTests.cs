using System.Buffers.Text;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 2.</summary>
public abstract class SecretTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    // At its most talkative, because the promise is about every log.
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace" },
    };

    [Fact]
    public async Task A_secret_has_the_form_and_the_checksum_that_scanners_know()
    {
        var account = await Service.AccountAsync();

        var secret = (await account.Client.IssueAsync()).Secret;

        secret.ShouldMatch("^user:v2_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$");
        Base64Url.DecodeFromChars(secret.AsSpan("user:v2_".Length, 22)).Length.ShouldBe(16);
        secret[^6..].ShouldBe(Checksum(secret[..^6]));
    }

    [Fact]
    public async Task No_secret_resembles_another()
    {
        var account = await Service.AccountAsync();
        var secrets = new List<string>();
        for (var number = 0; number < 10; number++)
        {
            secrets.Add((await account.Client.IssueAsync()).Secret);
        }

        secrets.Select(secret => secret[8..30]).Distinct().Count().ShouldBe(10);
        secrets.Select(secret => secret[31..68]).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task Neither_logs_nor_events_hold_a_secret_or_a_password()
    {
        var traces = await SecretTraces.LeaveAsync(Service);

        var events = await Service.Administrator.GetAsync($"{ServiceClient.Events}?limit=1000");

        events.Status.ShouldBe(200);
        foreach (var trace in traces.Hidden)
        {
            events.Body.ShouldNotContain(trace);
            Service.Logs.Lines.ShouldAllBe(line => !line.Contains(trace, StringComparison.Ordinal));
        }

        Service.Logs.Lines.ShouldNotBeEmpty();
        events.Body.ShouldContain(traces.Selector);
    }

    // CRC-32 (IEEE) written out once more, because the service's own would agree with itself.
    private static string Checksum(string text)
    {
        var crc = Encoding.ASCII.GetBytes(text).Aggregate(uint.MaxValue, (sum, next) =>
        {
            sum ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 * (sum & 1));
            }

            return sum;
        }) ^ uint.MaxValue;
        return Base64Url.EncodeToString([(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc]);
    }
}
