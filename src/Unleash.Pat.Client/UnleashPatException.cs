using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Unleash.Pat.Client;

/// <summary>The service refused a request, or answered what its description does not tell of.</summary>
public class UnleashPatException : Exception
{
    /// <summary>Makes the exception of an answer.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="statusCode">The answer's status.</param>
    /// <param name="response">The answer's body, where it has been read as text.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public UnleashPatException(
        string message,
        int statusCode,
        string? response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        Exception? innerException)
        : this(message, statusCode, response, headers, Parse(response), innerException)
    {
    }

    private protected UnleashPatException(
        string message,
        int statusCode,
        string? response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        ApiErrorSchema? error,
        Exception? innerException)
        : base(error is null ? Describe(statusCode, message) : Describe(statusCode, $"{error.Name}: {error.Message}"), innerException)
    {
        StatusCode = (HttpStatusCode)statusCode;
        Response = response;
        Headers = headers;
        Error = error;
    }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The answer's body, where it is not of the form that <see cref="Error"/> has.</summary>
    public string? Response { get; }

    /// <summary>The answer's headers.</summary>
    public IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; }

    /// <summary>
    /// The error as the service tells it: <c>Id</c>, <c>Name</c>, <c>Message</c>, <c>Details</c>;
    /// <see langword="null"/> where the answer is none of the service's own, a proxy's for example.
    /// </summary>
    public ApiErrorSchema? Error { get; }

    /// <summary>How long the service asks to wait before the next attempt, where it does.</summary>
    public TimeSpan? RetryAfter =>
        Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value is { } values
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
            ? TimeSpan.FromSeconds(wait)
            : null;

    /// <summary>Whether the error is of a kind.</summary>
    /// <param name="name">One of <see cref="UnleashPatErrors"/>.</param>
    /// <returns><see langword="true"/> where it is.</returns>
    public bool Is(string name) => Error?.Name == name;

    private static string Describe(int statusCode, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message} (HTTP {statusCode})");

    private static ApiErrorSchema? Parse(string? response)
    {
        if (string.IsNullOrEmpty(response))
        {
            return null;
        }

        try
        {
            var error = JsonSerializer.Deserialize<ApiErrorSchema>(response);
            return string.IsNullOrEmpty(error?.Name) ? null : error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The service refused a request in the form that its description tells.</summary>
/// <typeparam name="TResult">The form.</typeparam>
public sealed class UnleashPatException<TResult> : UnleashPatException
{
    /// <summary>Makes the exception of an answer.</summary>
    /// <param name="message">What the answer's status means.</param>
    /// <param name="statusCode">The answer's status.</param>
    /// <param name="response">The answer's body, where it has been read as text.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="result">The answer's body.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public UnleashPatException(
        string message,
        int statusCode,
        string? response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        TResult result,
        Exception? innerException)
        : base(message, statusCode, response, headers, result as ApiErrorSchema, innerException) => Result = result;

    /// <summary>The answer's body.</summary>
    public TResult Result { get; }
}
