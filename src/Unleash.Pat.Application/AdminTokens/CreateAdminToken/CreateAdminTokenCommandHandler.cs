using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

internal sealed class CreateAdminTokenCommandHandler(
    IAdminTokenRepository tokens,
    ConfiguredAdminTokens configured,
    ICurrentAccount current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<CreateAdminTokenCommand, IssuedAdminToken>
{
    public async Task<IssuedAdminToken> Handle(CreateAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);

        // Two ways to write one name look the same in the list.
        var name = DisplayName.Prepare(request.Name);
        if (configured.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Taken();
        }

        var secret = TokenSecret.GenerateAdmin();
        var expiresAt = request.ExpiresAt is { } wished ? Instant.Truncate(wished) : options.Value.Policy.Default(now);
        var token = await tokens.CreateAsync(
            new AdminToken(0, name, secret.Selector, now, expiresAt, null),
            secret.Verifier(),
            created => AuditEvent.By(
                current.Required, EventType.AdminTokenCreated, now, AdminTokenEventData.From(created)),
            cancellationToken)
            ?? throw Taken();
        return new IssuedAdminToken(token, secret);
    }

    private static NameExistsException Taken() => new("An admin token with that name already exists.");
}
