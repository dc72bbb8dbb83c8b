using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <inheritdoc cref="ICurrentUser" />
internal sealed class HttpCurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    public Caller? Caller => (accessor.HttpContext?.User.Identity as CallerIdentity)?.Caller;

    public long? SessionId => (accessor.HttpContext?.User.Identity as CallerIdentity)?.SessionId;
}
