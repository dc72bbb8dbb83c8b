namespace Unleash.Pat.Application;

/// <summary>The outcome of a write that the database can refuse.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="Status">Whether it was written, and if not, why.</param>
/// <param name="Value">The stored value; after a delete, the deleted one. Set where <paramref name="Status"/> is Done.</param>
public readonly record struct WriteResult<T>(WriteStatus Status, T? Value = null)
    where T : class
{
    /// <summary>What was written.</summary>
    /// <param name="refusal">The refusal for each other status.</param>
    /// <exception cref="RefusedException">Nothing was written.</exception>
    internal T Require(Func<WriteStatus, ServiceError> refusal) =>
        Status == WriteStatus.Done ? Value! : throw new RefusedException(refusal(Status));
}

/// <summary>Whether something was written, and if not, why.</summary>
public enum WriteStatus
{
    /// <summary>It was written with its event, or there was nothing to change.</summary>
    Done = 0,

    /// <summary>There is nothing of that id.</summary>
    NotFound,

    /// <summary>Its name or description is taken.</summary>
    NameTaken,

    /// <summary>The account holds as many as it may.</summary>
    LimitReached,

    /// <summary>The account that should hold it or answer for it was deleted, or is no administrator.</summary>
    OwnerUnfit,

    /// <summary>The account is the last administrator.</summary>
    LastAdministrator,
}
