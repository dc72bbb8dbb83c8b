namespace Unleash.Pat.Application;

/// <summary>Refuses a request; the Api answers it in the form of docs/api.md, section 4.</summary>
public class RefusedException : Exception
{
    private const string InvalidData = "Request validation failed: your request body or params contain invalid data";

    /// <summary>Refuses for one reason.</summary>
    /// <param name="error">The reason, one of <see cref="Errors"/>.</param>
    /// <param name="innerException">The cause, for the log only.</param>
    public RefusedException(ServiceError error, Exception? innerException = null)
        : this(error, TextOf(error), [DetailOf(error)], innerException)
    {
    }

    private RefusedException(ServiceError error, string message, IReadOnlyList<ErrorDetail> details, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = error;
        Details = details;
    }

    /// <summary>The reason; the first of several.</summary>
    public ServiceError Error { get; }

    /// <summary>The kind of the reason.</summary>
    public ErrorKind Kind => Error.Kind;

    /// <summary>Every reason, at least one.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; }

    /// <summary>Refuses values that break rules.</summary>
    /// <param name="errors">All broken rules, at least one; the message has the first.</param>
    /// <returns>The exception to throw.</returns>
    public static RefusedException BrokenRules(IReadOnlyList<ServiceError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new RefusedException(errors[0], TextOf(errors[0]), [.. errors.Select(DetailOf)]);
    }

    /// <summary>Refuses values of a wrong type or format.</summary>
    /// <param name="details">All of them, at least one.</param>
    /// <returns>The exception to throw.</returns>
    public static RefusedException BrokenSchema(params IReadOnlyList<ErrorDetail> details)
    {
        const string Message = $"{InvalidData}. Refer to the `details` list for more information.";
        return new RefusedException(new ServiceError(ErrorKind.BadDataError, Message), Message, details);
    }

    private static string TextOf(ServiceError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Kind == ErrorKind.BadDataError ? $"{InvalidData}: {error.Message}" : error.Message;
    }

    private static ErrorDetail DetailOf(ServiceError error) => new(error.Message, error.Field is { } field ? $"/body/{field}" : null);
}
