using AutoMapper;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>The wire's <c>expiryWarning</c>, which depends on the current time and the configured days.</summary>
internal sealed class ExpiryWarningResolver(IOptions<PatOptions> options, TimeProvider time)
    : IValueResolver<PersonalAccessToken, PatSchema, string?>
{
    public string? Resolve(PersonalAccessToken source, PatSchema destination, string? destMember, ResolutionContext context) =>
        options.Value.WarningAbout(source, UtcMilliseconds.UtcNow(time)) switch
        {
            ExpiryWarning.ExpiresSoon => "expires-soon",
            ExpiryWarning.Expired => "expired",
            _ => null,
        };
}
