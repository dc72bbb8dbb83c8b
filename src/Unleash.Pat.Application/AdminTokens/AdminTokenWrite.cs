using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>What became of an attempt to store an admin token, or to take one over.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Token">The token as it is now, where it is done.</param>
public readonly record struct AdminTokenWrite(AdminTokenWriteStatus Status, AdminToken? Token = null);

/// <summary>How an attempt to store an admin token, or to take one over, ended.</summary>
public enum AdminTokenWriteStatus
{
    /// <summary>It is stored, and so is its event.</summary>
    Done = 0,

    /// <summary>Another token has its name.</summary>
    NameTaken = 1,

    /// <summary>There is no such token.</summary>
    NotFound = 2,

    /// <summary>The account that would answer for it was removed, or is no administrator any more.</summary>
    CreatorUnfit = 3,
}
