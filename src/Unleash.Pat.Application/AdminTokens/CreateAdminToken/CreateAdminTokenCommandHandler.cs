using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

internal sealed class CreateAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ICurrentAccount current, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<CreateAdminTokenCommand, IssuedAdminToken>
{
    public async Task<IssuedAdminToken> Handle(CreateAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var secret = TokenSecret.GenerateAdmin();
        var expiresAt = request.ExpiresAt is { } wished ? Instant.Truncate(wished) : options.Value.Policy.Default(now);
        var token = await tokens.CreateAsync(
            new AdminToken(0, request.Name, secret.Selector, now, expiresAt, null),
            secret.Verifier(),
            created => AuditEvent.By(
                current.Required, EventType.AdminTokenCreated, now, AdminTokenEventData.From(created)),
            cancellationToken)
            ?? throw new NameExistsException("An admin token with that name already exists.");
        return new IssuedAdminToken(token, secret);
    }
}
