using AutoMapper;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Sessions;

internal sealed class SessionProfile : Profile
{
    public SessionProfile()
    {
        CreateMap<User, SignedInSchema>()
            .ForMember(user => user.ActiveSessions, options => options.Ignore())
            .ForMember(user => user.DeletedSessions, options => options.Ignore());
        CreateMap<SignedIn, SignedInSchema>()
            .IncludeMembers(signedIn => signedIn.User)
            .ForMember(user => user.ActiveSessions, options => options.MapFrom(signedIn => signedIn.Counts.Active))
            .ForMember(user => user.DeletedSessions, options => options.MapFrom(signedIn => signedIn.Counts.Deleted));
        CreateMap<SessionRecord, SessionSchema>()
            .ForMember(session => session.Current, options => options.Ignore());
    }
}
