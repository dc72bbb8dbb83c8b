namespace Unleash.Pat.Application.Authentication;

/// <summary>The result of verifying a password against a hash.</summary>
public enum PasswordVerificationResult
{
    /// <summary>They do not match.</summary>
    Failed = 0,

    /// <summary>They match.</summary>
    Success = 1,

    /// <summary>They match, and the password should be hashed again: the hash was made with less work than is required now.</summary>
    SuccessRehashNeeded = 2,
}
