using AutoMapper;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Inventory;

internal sealed class InventoryProfile : Profile
{
    public InventoryProfile()
    {
        // Else an unrestricted token would look like one with no scopes at all.
        AllowNullCollections = true;
        TokenProfile.Describe(CreateMap<PersonalAccessToken, InventoryTokenSchema>())
            .ForMember(token => token.Owner, options => options.Ignore());
        CreateMap<InventoryToken, InventoryTokenSchema>().ConvertUsing((held, _, context) =>
            context.Mapper.Map<InventoryTokenSchema>(held.Token) with { Owner = context.Mapper.Map<TokenHolderSchema>(held.Owner) });
    }
}
