using AutoMapper;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Api.Policy;

internal sealed class PolicyProfile : Profile
{
    public PolicyProfile()
    {
        // Else a policy that allows any scope would look like one that allows none.
        AllowNullCollections = true;
        CreateMap<TimeSpan, string>().ConvertUsing(time => time.ToString("c"));
        CreateMap<KeyValuePair<string, string>, PolicyScopeSchema>()
            .ForMember(scope => scope.Name, options => options.MapFrom(pair => pair.Key))
            .ForMember(scope => scope.Description, options => options.MapFrom(pair => pair.Value));
        CreateMap<TokenPolicy, TokenPolicySchema>();
        CreateMap<AccountSummary, RefusedAccountSchema>()
            .IncludeBase<AccountSummary, TokenHolderSchema>()
            .ForMember(account => account.Tokens, options => options.Ignore());
        CreateMap<AccountWithRefusedTokens, RefusedAccountSchema>()
            .IncludeMembers(account => account.Account);
    }
}
