namespace Unleash.Pat.Application.Users;

/// <summary>How an attempt to change or remove an account ended.</summary>
public enum AccountChangeStatus
{
    /// <summary>It is done, or there was nothing to do.</summary>
    Done = 0,

    /// <summary>There is no such account.</summary>
    NotFound = 1,

    /// <summary>Another account has that e-mail address, or it as its username.</summary>
    NameTaken = 2,

    /// <summary>The account is the last administrator.</summary>
    LastAdmin = 3,
}
