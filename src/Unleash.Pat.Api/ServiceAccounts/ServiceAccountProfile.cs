using AutoMapper;
using Unleash.Pat.Application.ServiceAccounts;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.ServiceAccounts;

internal sealed class ServiceAccountProfile : Profile
{
    public ServiceAccountProfile()
    {
        CreateMap<User, ServiceAccountSchema>()
            .ForMember(account => account.RootRole, options => options.MapFrom(user => user.RootRole.Id))
            .ForMember(account => account.Enabled, options => options.MapFrom(user => user.IsEnabled ? (bool?)null : false))
            .ForMember(account => account.Tokens, options => options.Ignore());
        CreateMap<ServiceAccount, ServiceAccountSchema>().IncludeMembers(account => account.Account);
    }
}
