using AutoMapper;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>The wire's <c>previousSecretExpiresAt</c>, which is absent once that secret has ended.</summary>
internal sealed class PreviousSecretResolver(TimeProvider time)
    : IValueResolver<PersonalAccessToken, PatSchema, DateTimeOffset?>
{
    public DateTimeOffset? Resolve(
        PersonalAccessToken source, PatSchema destination, DateTimeOffset? destMember, ResolutionContext context)
    {
        // The token's own end ends all its secrets.
        var end = source.PreviousSecretExpiresAt > source.ExpiresAt ? source.ExpiresAt : source.PreviousSecretExpiresAt;
        return end > time.GetUtcNow() ? end : null;
    }
}
