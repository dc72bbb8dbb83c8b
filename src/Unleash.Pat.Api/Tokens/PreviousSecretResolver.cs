using AutoMapper;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>The wire's <c>previousSecretExpiresAt</c>, which is absent once that secret has ended.</summary>
internal sealed class PreviousSecretResolver(TimeProvider time)
    : IValueResolver<PersonalAccessToken, PatSchema, DateTimeOffset?>
{
    public DateTimeOffset? Resolve(
        PersonalAccessToken source, PatSchema destination, DateTimeOffset? destMember, ResolutionContext context) =>
        source.PreviousSecretExpiresAt > time.GetUtcNow() ? source.PreviousSecretExpiresAt : null;
}
