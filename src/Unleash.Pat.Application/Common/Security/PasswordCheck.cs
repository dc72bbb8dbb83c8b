namespace Unleash.Pat.Application.Common.Security;

/// <summary>What comparing a password with a hash says.</summary>
public enum PasswordCheck
{
    /// <summary>They do not belong together.</summary>
    Wrong = 0,

    /// <summary>They belong together.</summary>
    Right = 1,

    /// <summary>They belong together, and the hash was made with less work than is due today.</summary>
    RightButOutdated = 2,
}
