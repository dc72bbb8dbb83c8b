using System.Net;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>What holds every answer to the description finds what departs from it.</summary>
public sealed class DocumentedTrafficTests
{
    private const string Pats = "/api/admin/user/tokens";

    [Theory]
    [InlineData(200, """{"pats":[]}""", null)]
    [InlineData(418, """{"pats":[]}""", "no status 418")]
    [InlineData(200, """{"pats":[],"more":1}""", "more")]
    [InlineData(200, """{}""", "pats")]
    [InlineData(200, """{"pats":[{"id":0,"description":"d","expiresAt":"2099-04-19T08:15:14.000Z","createdAt":"2099-04-19T08:15:14.000Z","seenAt":null,"userId":1}]}""", "NumberTooSmall")]
    [InlineData(200, """{"pats":[{"id":1,"description":"d","expiresAt":"soon","createdAt":"2099-04-19T08:15:14.000Z","seenAt":null,"userId":1}]}""", "DateTimeExpected")]
    public async Task Statuses_and_properties(int status, string body, string? fault) =>
        await ShouldFind(status, body, "application/json", null, fault);

    [Theory]
    [InlineData("cache-control", null)]
    [InlineData("x-powered-by", "no header x-powered-by")]
    public async Task Headers(string header, string? fault) =>
        await ShouldFind(200, """{"pats":[]}""", "application/json", header, fault);

    [Fact]
    public async Task Content_types() => await ShouldFind(200, """{"pats":[]}""", "text/json", null, "no content type text/json");

    private static async Task ShouldFind(int status, string body, string type, string? header, string? fault)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (header is not null)
        {
            response.Headers.Add(header, "x");
        }

        var faults = (await ApiDocument.Committed).Faults(HttpMethod.Get, Pats, await Answer.ReadAsync(response)).ToList();

        if (fault is null)
        {
            faults.ShouldBeEmpty();
        }
        else
        {
            faults.ShouldHaveSingleItem().ShouldContain(fault);
        }
    }
}
