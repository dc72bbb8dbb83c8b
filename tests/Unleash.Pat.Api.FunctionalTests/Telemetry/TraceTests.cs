using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.SqlClient;
using OpenTelemetry.Trace;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Telemetry;

/// <summary>docs/operations.md, "Traces".</summary>
public abstract class TraceTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly ConcurrentBag<Activity> _spans = [];

    // Nothing listens at that port; the spans are taken from memory. Listeners see all of the process, so each test looks for its own trace.
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = "http://127.0.0.1:1/v1/traces" },
    };

    [Fact]
    public async Task A_request_has_spans_of_what_it_does_and_none_tells_a_secret()
    {
        var service = await StartAsync(Options with
        {
            Services = services => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(new Spans(_spans))),
        });
        var token = await (await service.AccountAsync()).Client.IssueAsync();
        var trace = ActivityTraceId.CreateRandom();

        var answer = await service.Anonymous.WithAuthorization(token.Secret).SendAsync(
            HttpMethod.Post, $"{ServiceClient.Tokens}?token={token.Secret}", ServiceClient.Json("{}"), ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));

        answer.Status.ShouldBe(201, answer.Body);
        var request = await SpanAsync(span => span.TraceId == trace && span.Kind == ActivityKind.Server);
        var verification = await SpanAsync(span => span.TraceId == trace && span.OperationName == "verify token");
        var write = await SpanAsync(span => span.TraceId == trace && span.OperationName == "write");
        request.DisplayName.ShouldBe("POST api/admin/user/tokens");
        verification.ParentSpanId.ShouldBe(request.SpanId);
        verification.TagObjects.ShouldBe([new("outcome", "accepted"), new("way", "database")], ignoreOrder: true);
        write.ParentSpanId.ShouldBe(request.SpanId);
        var secret = token.Secret[8..30];
        foreach (var span in _spans.Where(span => span.TraceId == trace))
        {
            // The server of a statement is the database's, which no client names.
            string[] texts = span.Kind == ActivityKind.Client ? [] : ["server.address"];
            span.TagObjects.Select(tag => tag.Key).Intersect([.. texts, "url.path", "url.query", "client.address", "user_agent.original"]).ShouldBeEmpty();
            span.TagObjects.ShouldAllBe(tag => !Convert.ToString(tag.Value, CultureInfo.InvariantCulture)!.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    // SQL Server's client has spans and SQLite's has none, so what decides is asked itself.
    [Fact]
    public async Task Statements_of_a_request_are_traced_and_those_of_background_work_are_not()
    {
        var service = await StartAsync(Options);
        var isTraced = service.Services.GetRequiredService<IOptionsMonitor<SqlClientTraceInstrumentationOptions>>().CurrentValue.Filter.ShouldNotBeNull();
        using var command = new SqlCommand();

        using (new Activity("a request that no other service has sent").Start())
        {
            isTraced(command).ShouldBeTrue();
        }

        Activity.Current = null;
        isTraced(command).ShouldBeFalse();
    }

    private async Task<Activity> SpanAsync(Func<Activity, bool> condition) => (await Eventually.GetAsync(
        () => Task.FromResult(_spans.FirstOrDefault(condition)), span => span is not null, null, Cancel)).ShouldNotBeNull();

    // The exporter adds from several threads, to any collection.
    private sealed class Spans(ConcurrentBag<Activity> bag) : ICollection<Activity>
    {
        public int Count => bag.Count;

        public bool IsReadOnly => false;

        public void Add(Activity item) => bag.Add(item);

        public void Clear() => bag.Clear();

        public bool Contains(Activity item) => bag.Contains(item);

        public void CopyTo(Activity[] array, int arrayIndex) => bag.CopyTo(array, arrayIndex);

        public bool Remove(Activity item) => false;

        public IEnumerator<Activity> GetEnumerator() => bag.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => bag.GetEnumerator();
    }
}
