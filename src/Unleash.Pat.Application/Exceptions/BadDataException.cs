namespace Unleash.Pat.Application.Exceptions;

/// <summary>The request's content breaks the schema or a rule: 400 (docs/api.md, section 1.1).</summary>
public sealed class BadDataException : UnleashException
{
    private const string Failed = "Request validation failed: your request body or params contain invalid data";

    private BadDataException(string message, IReadOnlyList<ErrorDetail> details)
        : base("BadDataError", message, details)
    {
    }

    /// <summary>Values of wrong type or format.</summary>
    /// <param name="details">All of them, at least one.</param>
    /// <returns>The exception.</returns>
    public static BadDataException Schema(IReadOnlyList<ErrorDetail> details) =>
        new($"{Failed}. Refer to the `details` list for more information.", details);

    /// <summary>Values of the right form that break a rule.</summary>
    /// <param name="messages">All of the broken rules, at least one; the message says the first.</param>
    /// <returns>The exception.</returns>
    public static BadDataException Rules(IReadOnlyList<string> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new($"{Failed}: {messages[0]}", [.. messages.Select(message => new ErrorDetail(message))]);
    }
}
