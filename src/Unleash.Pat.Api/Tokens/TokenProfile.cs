using AutoMapper;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

internal sealed class TokenProfile : Profile
{
    public TokenProfile()
    {
        CreateMap<ExpiryWarning, string?>().ConvertUsing(warning => Name(warning));
        CreateMap<PatDto, PatSchema>();
        CreateMap<PatDto, PatCreatedSchema>().ForMember(pat => pat.Secret, options => options.Ignore());
        CreateMap<IssuedPat, PatCreatedSchema>()
            .IncludeMembers(issued => issued.Pat)
            .ForMember(pat => pat.Secret, options => options.MapFrom(issued => issued.Secret.Reveal()));
    }

    private static string? Name(ExpiryWarning warning) => warning switch
    {
        ExpiryWarning.ExpiresSoon => "expires-soon",
        ExpiryWarning.Expired => "expired",
        _ => null,
    };
}
