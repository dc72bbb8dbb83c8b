using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Http;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>What has no secret in it is compressed, and nothing else is.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class CompressionTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private static readonly (string, string) All = ("accept-encoding", "gzip, deflate, br");

    // By these names the wire calls what only one person may see.
    private static readonly string[] Secrets = ["Secret", "PreviousSecret", "Password", "Link"];

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=1, br;q=0", "gzip")]
    [InlineData("*", "br")]
    public async Task Lists_are_compressed_as_the_client_can_read_them(string accepted, string encoding)
    {
        foreach (var path in new[] { ServiceClient.Events, "/api/admin/user-admin", "/health", "/docs/openapi.json" })
        {
            var answer = await Service.Administrator.SendAsync(HttpMethod.Get, path, null, ("accept-encoding", accepted));

            answer.Status.ShouldBe(200);
            answer.Header("content-encoding").ShouldBe(encoding, path);
            answer.Header("vary").ShouldBe("Accept-Encoding", path);
        }
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip;q=0")]
    [InlineData("zstd")]
    public async Task What_the_client_cannot_read_is_not_compressed(string accepted)
    {
        var answer = await Service.Administrator.SendAsync(HttpMethod.Get, ServiceClient.Events, null, ("accept-encoding", accepted));

        answer.Header("content-encoding").ShouldBeNull();
        answer.Header("vary").ShouldBe("Accept-Encoding");
        answer.Json.GetProperty("events").GetArrayLength().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Over_https_too()
    {
        var service = await StartAsync(new ServiceOptions { Https = true });

        (await service.Administrator.SendAsync(HttpMethod.Get, ServiceClient.Events, null, All)).Header("content-encoding").ShouldBe("br");
    }

    [Fact]
    public async Task An_answer_with_a_secret_is_not()
    {
        var account = await Service.AccountAsync();

        var answers = new[]
        {
            await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, ServiceClient.Json("{}"), All),
            await Service.Administrator.SendAsync(
                HttpMethod.Post, "/api/admin/api-tokens", ServiceClient.Json("""{"tokenName":"t","type":"admin"}"""), All),
            await Service.Anonymous.SendAsync(
                HttpMethod.Post, ServiceClient.DemoLogin, ServiceClient.Json("""{"email":"secret@example.com"}"""), All),
        };

        answers.ShouldAllBe(answer => answer.Status < 300 && answer.Header("content-encoding") == null);
    }

    [Fact]
    public async Task An_answer_with_a_cookie_is_not()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var account = await service.AccountAsync();
        time.Advance(TimeSpan.FromHours(1));

        var answer = await account.Client.SendAsync(HttpMethod.Get, ServiceClient.Tokens, null, All);

        answer.Header("set-cookie").ShouldNotBeNull();
        answer.Header("content-encoding").ShouldBeNull();
    }

    [Fact]
    public async Task The_link_by_which_a_user_would_be_invited_is_empty_and_so_no_secret()
    {
        var users = (await Service.Administrator.GetAsync("/api/admin/user-admin")).Json.GetProperty("users").EnumerateArray().ToList();

        users.ShouldNotBeEmpty();
        users.ShouldAllBe(user => user.GetProperty("inviteLink").GetString() == "");
    }

    [Fact]
    public void No_route_that_may_be_compressed_answers_with_a_secret()
    {
        var answers = Service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<CompressibleMetadata>() is not null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo)
            .OfType<MethodInfo>()
            .ToList();

        answers.Count.ShouldBeGreaterThan(10);
        foreach (var action in answers)
        {
            Held(action.ReturnType, []).Select(property => property.Name).Intersect(Secrets).ShouldBeEmpty(action.Name);
        }
    }

    private static IEnumerable<PropertyInfo> Held(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return [];
        }

        var own = type.Assembly == typeof(Program).Assembly ? type.GetProperties() : [];
        return [.. own, .. own.Select(property => property.PropertyType).Concat(type.GetGenericArguments()).SelectMany(next => Held(next, seen))];
    }
}
