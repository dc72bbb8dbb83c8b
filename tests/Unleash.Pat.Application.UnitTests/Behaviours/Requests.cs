using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Behaviours;

internal sealed record Forgetful : IRequest<string>;

[NoPermissionRequired("A test's.")]
internal sealed record OpenToAll : IRequest<string>;

[RequiresPermission(Permission.Admin)]
internal sealed record Administrative : IRequest<string>;

[RequiresAccount]
internal sealed record Personal : IRequest<string>;

[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
internal sealed record PersonalAndPermitted : IRequest<string>, IRequiresPatsEnabled;
