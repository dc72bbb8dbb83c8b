using System.Text.Json;
using AutoMapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

internal sealed class EventProfile : Profile
{
    public EventProfile()
    {
        CreateMap<EventRecord, EventSchema>()
            .ForMember(entry => entry.Data, options => options.MapFrom(entry => Parse(entry.Data)))
            .ForMember(entry => entry.PreData, options => options.MapFrom(entry => Parse(entry.PreData)))
            .ForMember(entry => entry.Tags, options => options.Ignore());
        CreateMap<EventRecord, FoundEventSchema>()
            .IncludeBase<EventRecord, EventSchema>()
            .ForMember(entry => entry.Ip, options => options.Ignore())
            .ForMember(entry => entry.SubjectUserId, options => options.Ignore())
            .ForMember(entry => entry.Subject, options => options.Ignore())
            .ForMember(entry => entry.TokenId, options => options.Ignore())
            .ForMember(entry => entry.FeatureName, options => options.Ignore())
            .ForMember(entry => entry.Project, options => options.Ignore())
            .ForMember(entry => entry.Environment, options => options.Ignore());
        CreateMap<EventCreator, EventCreatorSchema>();
    }

    private static JsonElement? Parse(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
