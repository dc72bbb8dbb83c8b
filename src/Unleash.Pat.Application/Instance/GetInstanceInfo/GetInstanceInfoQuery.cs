using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Instance.GetInstanceInfo;

/// <summary>Asks what a user interface must know of this service.</summary>
[NoPermissionRequired("It tells switches and limits that every signed-in user meets anyway; the route asks for credentials.")]
public sealed record GetInstanceInfoQuery : IRequest<InstanceInfo>;
