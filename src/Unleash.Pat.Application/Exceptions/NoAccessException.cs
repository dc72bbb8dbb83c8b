namespace Unleash.Pat.Application.Exceptions;

/// <summary>The caller is known and may not do this: 403.</summary>
/// <param name="message">What went wrong, in words for the caller.</param>
public sealed class NoAccessException(string message) : UnleashException("NoAccessError", message)
{
    /// <summary>The refusal for want of a permission (docs/api.md, section 5).</summary>
    /// <param name="permission">The permission's name.</param>
    /// <returns>The exception.</returns>
    public static NoAccessException Missing(string permission) =>
        new($"You need the \"{permission}\" permission to perform this action.");
}
