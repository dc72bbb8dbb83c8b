using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens.CreatePat;

internal sealed class CreatePatCommandHandler(
    IPatRepository pats,
    ICurrentAccount current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<CreatePatCommand, IssuedPat>
{
    public async Task<IssuedPat> Handle(CreatePatCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        if (request.ExpiresAt is { } wished && Instant.Truncate(wished) <= now)
        {
            // The clock has passed the wished instant since the validator looked.
            throw BadDataException.Rules([CreatePatCommandValidator.ExpiryNotInFuture]);
        }

        var secret = TokenSecret.Generate();
        var pat = PersonalAccessToken.Issue(
            current.RequiredUserId,
            secret.Selector,
            request.Description,
            request.ExpiresAt,
            options.Value.Policy,
            now);
        var created = AuditEvent.By(current.Required, EventType.PatCreated, now, PatEventData.From(pat));

        var creation = await pats.CreateAsync(
            pat, secret.Verifier(), options.Value.MaxPerUser, created, cancellationToken);

        return creation.Status switch
        {
            PatCreationStatus.Created => Issued(pat with { Id = creation.Id }, secret, now),
            PatCreationStatus.LimitReached => throw new OperationDeniedException(
                $"Too many PATs ({options.Value.MaxPerUser}) already exist for this user."),
            PatCreationStatus.DescriptionTaken => throw new NameExistsException("PAT description already exists."),
            _ => throw new InvalidOperationException($"Unknown outcome {creation.Status}."),
        };
    }

    private IssuedPat Issued(PersonalAccessToken pat, TokenSecret secret, DateTimeOffset now) =>
        new(PatDto.From(pat, now, options.Value), secret);
}
