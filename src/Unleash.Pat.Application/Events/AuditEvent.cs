using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>An event to be recorded in the transaction of the change that it tells of.</summary>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">Who did it, by name.</param>
/// <param name="CreatedByUserId">Who did it, by id; <see langword="null"/> where no account did.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Data">What is so now; never a secret. Its <c>id</c> is added where the database gives it.</param>
/// <param name="PreData">What was so before.</param>
public sealed record AuditEvent(
    string Type,
    string CreatedBy,
    long? CreatedByUserId,
    DateTimeOffset CreatedAt,
    object? Data = null,
    object? PreData = null)
{
    /// <summary>Something that the caller did.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="account">The caller.</param>
    /// <param name="at">When.</param>
    /// <param name="data">What is so now.</param>
    /// <param name="preData">What was so before.</param>
    /// <returns>The event.</returns>
    public static AuditEvent By(Caller account, string type, DateTimeOffset at, object? data = null, object? preData = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(type, account.AuditName, account.UserId, at, data, preData);
    }

    /// <summary>Something that a user did who is not, or not yet, the caller: signing in.</summary>
    /// <param name="user">The user.</param>
    /// <param name="type">The kind.</param>
    /// <param name="at">When.</param>
    /// <param name="data">What is so now.</param>
    /// <returns>The event.</returns>
    public static AuditEvent By(User user, string type, DateTimeOffset at, object? data = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(type, user.AuditName, user.Id, at, data);
    }

    /// <summary>Something that the service did by itself.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="at">When.</param>
    /// <param name="data">What is so now.</param>
    /// <returns>The event.</returns>
    public static AuditEvent BySystem(string type, DateTimeOffset at, object? data = null) =>
        new(type, "unleash-system", null, at, data);
}
