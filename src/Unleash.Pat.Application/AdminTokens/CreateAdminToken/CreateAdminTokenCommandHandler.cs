using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

internal sealed class CreateAdminTokenCommandHandler(
    IAdminTokenRepository tokens,
    ConfiguredAdminTokens configured,
    ICurrentAccount current,
    IssuerLimit limit,
    TimeProvider time)
    : IRequestHandler<CreateAdminTokenCommand, IssuedAdminToken>
{
    public async Task<IssuedAdminToken> Handle(CreateAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var expiresAt = limit.ExpiryOf(request.ExpiresAt, now);

        // Two ways to write one name look the same in the list.
        var name = DisplayName.Prepare(request.Name);
        if (configured.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Taken();
        }

        var secret = TokenSecret.GenerateAdmin();
        var creation = await tokens.CreateAsync(
            new AdminToken(0, name, secret.Selector, now, expiresAt, null, Creator()),
            secret.Verifier(),
            created => AuditEvent.By(
                current.Required, EventType.AdminTokenCreated, now, AdminTokenEventData.From(created)),
            cancellationToken);
        return creation.Status switch
        {
            AdminTokenWriteStatus.Done => new IssuedAdminToken(creation.Token!, secret),
            AdminTokenWriteStatus.NameTaken => throw Taken(),

            // The account was removed or demoted after its credential was accepted.
            _ => throw new AuthenticationRequiredException(),
        };
    }

    // Threat: an admin token that outlives the account by a chain of others. So one that an admin token makes belongs to
    // the account that made the first of them.
    private AdminTokenCreator? Creator() =>
        current.Required.AnswerableUserId is { } id ? new AdminTokenCreator(id) : null;

    private static NameExistsException Taken() => new("An admin token with that name already exists.");
}
