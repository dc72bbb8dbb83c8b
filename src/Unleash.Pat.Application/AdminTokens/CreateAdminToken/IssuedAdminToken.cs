using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

/// <summary>An admin token at the one moment when its secret is known.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">Its secret, to be shown once.</param>
public sealed record IssuedAdminToken(AdminToken Token, TokenSecret Secret);
