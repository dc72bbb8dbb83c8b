using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Users.EnsureInitialAdmin;

/// <summary>Makes the first administrator where there is no account yet.</summary>
[NoPermissionRequired("Sent by the service itself as it starts; no route leads here.")]
public sealed record EnsureInitialAdminCommand : IRequest<InitialAdminResult>;
