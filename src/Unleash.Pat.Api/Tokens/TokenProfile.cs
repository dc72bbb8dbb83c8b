using AutoMapper;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

internal sealed class TokenProfile : Profile
{
    public TokenProfile()
    {
        // Else an unrestricted token would look like one with no scopes at all, which may do nothing.
        AllowNullCollections = true;
        CreateMap<PersonalAccessToken, PatSchema>()
            .ForMember(pat => pat.ExpiryWarning, options => options.MapFrom<ExpiryWarningResolver>())
            .ForMember(pat => pat.Enabled, options => options.MapFrom(pat => pat.IsEnabled ? (bool?)null : false))
            .ForMember(pat => pat.RejectedUses, options => options.MapFrom(pat => pat.RejectedUses > 0 ? pat.RejectedUses : (long?)null))
            .ForMember(pat => pat.PreviousSecretExpiresAt, options => options.MapFrom<PreviousSecretResolver>());
        CreateMap<PersonalAccessToken, PatCreatedSchema>()
            .IncludeBase<PersonalAccessToken, PatSchema>()
            .ForMember(pat => pat.Secret, options => options.Ignore());
        CreateMap<CreatedPat, PatCreatedSchema>()
            .IncludeMembers(created => created.Pat)
            .ForMember(pat => pat.Secret, options => options.MapFrom(created => created.Secret.Reveal()));
    }
}
