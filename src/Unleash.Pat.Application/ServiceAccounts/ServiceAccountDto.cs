using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>A service account with its tokens.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tokens">By id, expired ones included.</param>
public sealed record ServiceAccountDto(User Account, IReadOnlyList<PatDto> Tokens);
