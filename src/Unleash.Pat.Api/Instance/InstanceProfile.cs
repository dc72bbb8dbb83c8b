using AutoMapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Instance;

internal sealed class InstanceProfile : Profile
{
    public InstanceProfile() => CreateMap<User, AdministratorSchema>();
}
