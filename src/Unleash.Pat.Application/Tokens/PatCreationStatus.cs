namespace Unleash.Pat.Application.Tokens;

/// <summary>How an attempt to store a token ended.</summary>
public enum PatCreationStatus
{
    /// <summary>It is stored, and so is its event.</summary>
    Created = 0,

    /// <summary>The account holds as many as it may.</summary>
    LimitReached = 1,

    /// <summary>The account has a token of that description.</summary>
    DescriptionTaken = 2,

    /// <summary>There is no such account, or no more.</summary>
    OwnerMissing = 3,
}
