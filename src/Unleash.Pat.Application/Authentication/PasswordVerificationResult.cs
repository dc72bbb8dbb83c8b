namespace Unleash.Pat.Application.Authentication;

/// <summary>What comparing a password with a hash says.</summary>
public enum PasswordVerificationResult
{
    /// <summary>They do not belong together.</summary>
    Failed = 0,

    /// <summary>They belong together.</summary>
    Success = 1,

    /// <summary>They belong together, and the hash was made with less work than is due today.</summary>
    SuccessRehashNeeded = 2,
}
