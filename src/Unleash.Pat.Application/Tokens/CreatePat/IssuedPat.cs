using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens.CreatePat;

/// <summary>A token at the one moment when its secret is known.</summary>
/// <param name="Pat">The token.</param>
/// <param name="Secret">Its secret, to be shown once.</param>
public sealed record IssuedPat(PatDto Pat, TokenSecret Secret);
