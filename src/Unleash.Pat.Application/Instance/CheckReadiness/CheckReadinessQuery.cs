using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Instance.CheckReadiness;

/// <summary>Asks whether the service can serve.</summary>
[NoPermissionRequired("Load balancers ask, who have no account; the answer is yes or no.")]
public sealed record CheckReadinessQuery : IRequest;
