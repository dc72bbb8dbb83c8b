using AutoMapper;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

internal sealed class UserProfile : Profile
{
    public UserProfile()
    {
        CreateMap<string, PermissionSchema>().ConvertUsing(name => new PermissionSchema(name));
        CreateMap<RootRole, RoleSchema>().ConvertUsing(role => new RoleSchema(role.Id, role.Name, role.Description, "root"));
        CreateMap<AccountType, string>().ConvertUsing(type => type.ToName());
        CreateMap<User, UserIdentitySchema>();
        CreateMap<AccountSummary, TokenHolderSchema>()
            .ForMember(holder => holder.Enabled, options => options.MapFrom(account => account.IsEnabled));
        CreateMap<User, UserSchema>();
        CreateMap<User, UserAdminSchema>()
            .ForMember(user => user.RootRole, options => options.MapFrom(user => user.RootRole.Id))
            .ForMember(user => user.Enabled, options => options.MapFrom(user => user.IsEnabled ? (bool?)null : false))
            .ForMember(user => user.HasPassword, options => options.MapFrom(user => user.HasPassword ? (bool?)null : false))
            .ForMember(user => user.InviteLink, options => options.Ignore());
        CreateMap<User, UserCreatedSchema>()
            .IncludeBase<User, UserAdminSchema>()
            .ForMember(user => user.EmailSent, options => options.Ignore());
    }
}
