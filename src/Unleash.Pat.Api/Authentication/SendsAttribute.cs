using System.Reflection;
using MediatR;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <summary>
/// States which request an action sends. The permission of the request is the action's; an action that sends none states a
/// permission or an exemption itself, by the same attributes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class SendsAttribute(Type request) : Attribute
{
    public Type Request { get; } = request;

    public string? Permission { get; } = request.GetCustomAttribute<RequiresPermissionAttribute>()?.Permission;
}

/// <inheritdoc />
/// <typeparam name="TRequest">The request.</typeparam>
public sealed class SendsAttribute<TRequest>() : SendsAttribute(typeof(TRequest))
    where TRequest : IBaseRequest;
