namespace Unleash.Pat.Application.Exceptions;

/// <summary>A refusal that the wire shows in the error form of docs/api.md, section 4.</summary>
/// <param name="name">The kind of error, as the wire names it in <c>name</c>.</param>
/// <param name="message">What went wrong, in words for the caller; never a secret.</param>
/// <param name="details">The single faults; empty means: the message alone.</param>
/// <param name="innerException">The cause, for the log only.</param>
public abstract class UnleashException(
    string name,
    string message,
    IReadOnlyList<ErrorDetail>? details = null,
    Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The kind of error, as the wire names it.</summary>
    public string Name { get; } = name;

    /// <summary>The single faults, the message itself where there are no others.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; } = details ?? [new ErrorDetail(message)];
}
