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
        Describe(CreateMap<PersonalAccessToken, PatSchema>());
        Describe(CreateMap<PersonalAccessToken, PatCreatedSchema>())
            .ForMember(pat => pat.Secret, options => options.Ignore());
        CreateMap<CreatedPat, PatCreatedSchema>()
            .IncludeMembers(created => created.Pat)
            .ForMember(pat => pat.Secret, options => options.MapFrom(created => created.Secret.Reveal()));
    }

    /// <summary>Maps what every schema of a token has.</summary>
    /// <remarks>Not by IncludeBase: for a map that others include, the mapper asks at each token of a list which one it is.</remarks>
    public static IMappingExpression<PersonalAccessToken, TPat> Describe<TPat>(IMappingExpression<PersonalAccessToken, TPat> map)
        where TPat : PatSchema => map
        .ForMember(pat => pat.ExpiryWarning, options => options.MapFrom<ExpiryWarningResolver>())
        .ForMember(pat => pat.Enabled, options => options.MapFrom(pat => pat.IsEnabled ? (bool?)null : false))
        .ForMember(pat => pat.RejectedUses, options => options.MapFrom(pat => pat.RejectedUses > 0 ? pat.RejectedUses : (long?)null))
        .ForMember(pat => pat.PreviousSecretExpiresAt, options => options.MapFrom<PreviousSecretResolver>());
}
