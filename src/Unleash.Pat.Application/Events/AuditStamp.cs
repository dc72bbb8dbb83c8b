using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events;

/// <summary>
/// Who does what, and when. A use case passes it to the repository, which completes it with what the transaction has read
/// and written.
/// </summary>
/// <param name="Type">One of <see cref="Domain.Events.EventType"/>.</param>
/// <param name="CreatedBy">The name of the account or admin token.</param>
/// <param name="CreatedByUserId">The account; <see langword="null"/> for an admin token and for the service itself.</param>
public sealed record AuditStamp(string Type, string CreatedBy, long? CreatedByUserId, DateTimeOffset CreatedAt)
{
    /// <summary>Why a token is revoked, where neither its account nor an administrator asked for it.</summary>
    public RevocationCause? Revocation { get; init; }

    /// <summary>The IP address that the request came from; <see langword="null"/> outside a request.</summary>
    public string? Address { get; init; }

    public static AuditStamp By(Caller caller, string type, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(type, caller.AuditName, caller.UserId, at) { Address = caller.Address };
    }

    /// <summary>For a user who signs in, and is not the caller yet.</summary>
    public static AuditStamp By(User user, string type, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(type, user.AuditName, user.Id, at);
    }

    /// <summary>For what the service does by itself.</summary>
    public static AuditStamp BySystem(string type, DateTimeOffset at) => new(type, "unleash-system", null, at);

    /// <summary>The event of the change.</summary>
    /// <param name="data">The state after it; never a secret.</param>
    /// <param name="preData">The state before it.</param>
    public AuditEvent With(object? data, object? preData = null) => new(Type, CreatedBy, CreatedByUserId, CreatedAt, data, preData) { Address = Address };
}
