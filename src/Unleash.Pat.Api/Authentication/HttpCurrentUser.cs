using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <inheritdoc cref="ICurrentUser" />
internal sealed class HttpCurrentUser(IHttpContextAccessor accessor, IClientInfo client) : ICurrentUser
{
    public Caller? Caller => accessor.HttpContext?.User.Identity is CallerIdentity { Caller: { } caller }
        ? caller with { Address = client.Address }
        : null;

    public long? SessionId => (accessor.HttpContext?.User.Identity as CallerIdentity)?.SessionId;
}
