using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Unleash.Pat.Client;

/// <summary>The service refused a request, or something else answered in its place.</summary>
public class UnleashPatException : Exception
{
    private static readonly Dictionary<string, IEnumerable<string>> NoHeaders = [];

    /// <summary>Makes a refusal, for tests of what a program does about one.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="error">The service's error, or <see langword="null"/> for an answer that is not the service's.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    public UnleashPatException(HttpStatusCode statusCode, ServiceError? error, TimeSpan? retryAfter = null)
        : base(error is null ? ForeignAnswer.Describe(statusCode) : Describe(statusCode, error))
    {
        StatusCode = statusCode;
        Error = error;
        RetryAfter = retryAfter;
        Headers = NoHeaders;
    }

    // For the generated code: a success that the description does not tell of.
    internal UnleashPatException(
        string message, int statusCode, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers, Exception? innerException)
        : base($"The answer is not one that Unleash.Pat gives: {message}", innerException)
    {
        StatusCode = (HttpStatusCode)statusCode;
        Response = response;
        Headers = headers;
    }

    private UnleashPatException(string message, HttpResponseMessage response, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = response.StatusCode;
        ContentType = response.Content.Headers.ContentType?.ToString();
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The error as the service tells it; <see langword="null"/> where the answer is none of the service's own, a proxy's
    /// for example.
    /// </summary>
    public ServiceError? Error { get; private init; }

    /// <summary>How long the service asks to wait before the next attempt, where it does.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The answer's content type, where it has one.</summary>
    public string? ContentType { get; }

    /// <summary>
    /// The first thousand characters of the answer's body, where it is not the service's error. The answer to a creation
    /// can hold a secret, so think before you log it.
    /// </summary>
    public string? Response { get; private init; }

    /// <summary>The answer's headers. Their names are compared in any case.</summary>
    public IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; }

    /// <summary>Whether the error is of a kind.</summary>
    /// <param name="name">One of <see cref="UnleashPatErrors"/>.</param>
    /// <returns><see langword="true"/> where it is.</returns>
    public bool Is(string name) => Error?.Name == name;

    internal static async Task<UnleashPatException> OfAsync(
        HttpResponseMessage response, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var body = await AnswerBody.ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var error = response.IsSuccessStatusCode ? null : Parse(body);
        var text = error is null ? AnswerBody.Excerpt(body, response.Content.Headers.ContentType) : null;
        var message = text is null ? Describe(response.StatusCode, error!) : ForeignAnswer.Describe(response, text);
        return new UnleashPatException(message, response)
        {
            Error = error, Response = text, RetryAfter = Client.RetryAfter.Of(response, timeProvider),
        };
    }

    internal static async Task<UnleashPatException> OfUnreadableAsync(
        HttpResponseMessage response, JsonException fault, CancellationToken cancellationToken)
    {
        var body = await AnswerBody.ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return new UnleashPatException(ForeignAnswer.Describe(response, fault), response, fault)
        {
            Response = AnswerBody.Excerpt(body, response.Content.Headers.ContentType),
        };
    }

    private static string Describe(HttpStatusCode status, ServiceError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{error.Name}: {error.Message} (HTTP {(int)status})");

    private static ServiceError? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, WireFormat.TypeOf<ServiceError>());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
