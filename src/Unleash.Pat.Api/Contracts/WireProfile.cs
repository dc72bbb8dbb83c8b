using System.Text.Json;
using AutoMapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.ServiceAccounts;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Contracts;

/// <summary>How results become what the wire shows.</summary>
internal sealed class WireProfile : Profile
{
    public WireProfile()
    {
        CreateMap<PersonalAccessToken, PatSchema>()
            .ForMember(pat => pat.ExpiryWarning, options => options.MapFrom<ExpiryWarningResolver>());
        CreateMap<PersonalAccessToken, PatCreatedSchema>()
            .IncludeBase<PersonalAccessToken, PatSchema>()
            .ForMember(pat => pat.Secret, options => options.Ignore());
        CreateMap<CreatedPat, PatCreatedSchema>()
            .IncludeMembers(created => created.Pat)
            .ForMember(pat => pat.Secret, options => options.MapFrom(created => created.Secret.Reveal()));
        CreateMap<AccountType, string>().ConvertUsing(type => type.ToName());
        CreateMap<User, UserSchema>();
        CreateMap<User, SignedInSchema>()
            .ForMember(user => user.ActiveSessions, options => options.Ignore())
            .ForMember(user => user.DeletedSessions, options => options.Ignore());
        CreateMap<SignedIn, SignedInSchema>()
            .IncludeMembers(signedIn => signedIn.User)
            .ForMember(user => user.ActiveSessions, options => options.MapFrom(signedIn => signedIn.Counts.Active))
            .ForMember(user => user.DeletedSessions, options => options.MapFrom(signedIn => signedIn.Counts.Deleted));
        CreateAccountMaps();
        CreateTokenMaps();
        CreateMap<string, PermissionSchema>().ConvertUsing(name => new PermissionSchema(name));
        CreateMap<RootRole, RoleSchema>().ConvertUsing(role => new RoleSchema(role.Id, role.Name, role.Description, "root"));
        CreateMap<EventRecord, EventSchema>()
            .ForMember(entry => entry.Data, options => options.MapFrom(entry => Parse(entry.Data)))
            .ForMember(entry => entry.PreData, options => options.MapFrom(entry => Parse(entry.PreData)))
            .ForMember(entry => entry.Tags, options => options.Ignore());
    }

    private void CreateAccountMaps()
    {
        CreateMap<User, UserIdentitySchema>();
        CreateMap<User, UserAdminSchema>()
            .ForMember(user => user.RootRole, options => options.MapFrom(user => user.RootRole.Id))
            .ForMember(user => user.InviteLink, options => options.Ignore());
        CreateMap<User, UserCreatedSchema>()
            .IncludeBase<User, UserAdminSchema>()
            .ForMember(user => user.EmailSent, options => options.Ignore());
        CreateMap<User, ServiceAccountSchema>()
            .ForMember(account => account.RootRole, options => options.MapFrom(user => user.RootRole.Id))
            .ForMember(account => account.Tokens, options => options.Ignore());
        CreateMap<ServiceAccount, ServiceAccountSchema>().IncludeMembers(account => account.Account);
        CreateMap<SessionRecord, SessionSchema>()
            .ForMember(session => session.Current, options => options.Ignore());
    }

    private void CreateTokenMaps()
    {
        CreateMap<AdminTokenCreator, ApiTokenCreatorSchema>();
        CreateMap<AdminToken, ApiTokenCreatedSchema>()
            .IncludeBase<AdminToken, ApiTokenSchema>()
            .ForMember(token => token.Secret, options => options.Ignore());
        CreateMap<AdminToken, ApiTokenSchema>()
            .ForMember(token => token.TokenName, options => options.MapFrom(token => token.Name))
            .ForMember(token => token.Type, options => options.Ignore())
            .ForMember(token => token.Project, options => options.Ignore())
            .ForMember(token => token.Projects, options => options.Ignore())
            .ForMember(token => token.Environment, options => options.Ignore())
            .ForMember(token => token.Alias, options => options.Ignore())
            .ForMember(token => token.Secure, options => options.Ignore())
            .ForMember(token => token.Configured, options => options.Ignore());
    }

    private static JsonElement? Parse(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
