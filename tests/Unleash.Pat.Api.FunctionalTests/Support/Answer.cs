using System.IO.Compression;
using System.Text.Json;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>An answer, read to its end.</summary>
public sealed class Answer
{
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly ILookup<string, string> _headers;

    private Answer(int status, string body, ILookup<string, string> headers)
    {
        Status = status;
        Body = body;
        _headers = headers;
    }

    public int Status { get; }

    public string Body { get; }

    public IEnumerable<string> HeaderNames => _headers.Select(header => header.Key);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value, (header, value) => (header.Key, Value: value))
            .ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var body = await ReadBodyAsync(response.Content);
        return new Answer((int)response.StatusCode, body, headers);
    }

    private static async Task<string> ReadBodyAsync(HttpContent content)
    {
        var packed = await content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var text = new StreamReader(content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true),
            _ => packed,
        }, leaveOpen: true);
        var body = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        packed.Position = 0;
        return body;
    }

    /// <summary>The header's value, or <see langword="null"/> where it is absent.</summary>
    public string? Header(string name) => _headers.Contains(name) ? string.Join(", ", _headers[name]) : null;

    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Web)!;

    public override string ToString() => $"{Status} {Body}";

    /// <summary>The session that the answer begins, as the <c>cookie</c> header has it.</summary>
    public string SessionCookie()
    {
        Status.ShouldBe(200, Body);
        return Header("set-cookie").ShouldNotBeNull().Split(';')[0];
    }

    /// <summary>Asserts the form of docs/api.md, section 4, which every error has.</summary>
    public ErrorBody ShouldBeError(int status, string name)
    {
        Status.ShouldBe(status, Body);
        Header("content-type").ShouldNotBeNull().ShouldStartWith("application/json");
        var error = Read<ErrorBody>();
        error.Name.ShouldBe(name);
        error.Id.ShouldNotBe(Guid.Empty);
        error.Message.ShouldNotBeNullOrWhiteSpace();
        error.Details.ShouldNotBeNull().ShouldNotBeEmpty();
        error.Details.ShouldAllBe(detail => !string.IsNullOrWhiteSpace(detail.Message));
        return error;
    }

    /// <summary>Asserts the form, and the message that stands in both places.</summary>
    public ErrorBody ShouldBeError(int status, string name, string message)
    {
        var error = ShouldBeError(status, name);
        error.Message.ShouldBe(message);
        return error;
    }

    /// <summary>Asserts success, or a refusal by this service's own doing.</summary>
    public void ShouldBeInForm(int success)
    {
        if (Status != success)
        {
            Status.ShouldBeInRange(400, 499, Body);
            ShouldBeError(Status, Read<ErrorBody>().Name);
        }
    }

    /// <summary>Asserts a refusal for types or formats, with exactly these faults in any order.</summary>
    public void ShouldBreakSchema(params (string Path, string Message)[] faults)
    {
        var error = ShouldBeError(
            400,
            "BadDataError",
            "Request validation failed: your request body or params contain invalid data. Refer to the `details` list for more information.");
        error.Details.Select(detail => (detail.Path ?? "", detail.Message)).ShouldBe(faults, ignoreOrder: true);
    }

    /// <summary>Asserts a refusal for a broken rule.</summary>
    public void ShouldBreakRule(string rule)
    {
        var error = ShouldBeError(
            400, "BadDataError", $"Request validation failed: your request body or params contain invalid data: {rule}");
        error.Details.ShouldHaveSingleItem().Message.ShouldBe(rule);
    }
}
