using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>What follows for the description from an action's route, its attributes and the request that it sends.</summary>
internal sealed class ActionFacts(ApiDescription action)
{
    private readonly IList<object> _metadata = action.ActionDescriptor.EndpointMetadata;

    private Type? Body => action.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source == BindingSource.Body)?.Type;

    private SendsAttribute? Sends => Find<SendsAttribute>().FirstOrDefault();

    /// <summary>An action has the name of Unleash's operation.</summary>
    public string OperationId =>
        JsonNamingPolicy.CamelCase.ConvertName(((ControllerActionDescriptor)action.ActionDescriptor).ActionName);

    public bool IsAnonymous => Find<IAllowAnonymous>().Any();

    public AddressRateLimit? RateLimit => Find<EnableRateLimitingAttribute>().FirstOrDefault() is { } limited
        ? AddressRateLimit.Of(limited.PolicyName)
        : null;

    public bool HasBody => Body is not null;

    public bool HasForm => Body?.IsDefined(typeof(FormRequestAttribute), inherit: false) is true;

    /// <summary>The scheme of its own that it states.</summary>
    public string? Scheme => Find<AuthenticatesByAttribute>().FirstOrDefault()?.Scheme;

    public string? Permission => Sends?.Permission ?? Find<RequiresPermissionAttribute>().FirstOrDefault()?.Permission;

    /// <summary>Not where the action is anonymous: it sends its request only for a caller that has an account.</summary>
    public bool NeedsAccount => !IsAnonymous && Sends?.Request.IsDefined(typeof(RequiresAccountAttribute), inherit: false) is true;

    public bool ChangesState => !HttpMethods.IsGet(action.HttpMethod!);

    /// <summary>The scope that a token with scopes needs for it.</summary>
    public string? Scope => ScopeGuard.FindNeeded([.. _metadata], action.HttpMethod!);

    public bool NeedsPatsEnabled => Sends?.Request.IsAssignableTo(typeof(IRequiresPatsEnabled)) is true;

    /// <summary>The paths of the integer parameters, in the form of an error's <c>path</c>.</summary>
    public IEnumerable<string> IntegerPaths =>
        from parameter in action.ParameterDescriptions
        where (parameter.ParameterDescriptor as ControllerParameterDescriptor)?.ParameterInfo.IsDefined(typeof(IntegerParameterAttribute)) is true
        select $"/{(parameter.Source == BindingSource.Path ? "params" : "query")}/{parameter.Name}";

    public static ActionFacts Of(OperationProcessorContext context) =>
        new(((AspNetCoreOperationProcessorContext)context).ApiDescription);

    public IEnumerable<T> Find<T>() => _metadata.OfType<T>();
}
