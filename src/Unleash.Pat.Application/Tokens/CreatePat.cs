using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Creates a token for the caller's account (docs/api.md, section 1.1).</summary>
/// <param name="Description"><see langword="null"/> takes the service's name.</param>
/// <param name="ExpiresAt"><see langword="null"/> takes the default lifetime.</param>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record CreatePatCommand(string? Description, DateTimeOffset? ExpiresAt) : IRequest<CreatedPat>, IRequiresPatsEnabled;

/// <summary>A token with its secret, which only this response contains.</summary>
public sealed record CreatedPat(PersonalAccessToken Pat, TokenSecret Secret);

internal sealed class CreatePatCommandValidator : AbstractValidator<CreatePatCommand>
{
    public CreatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        RuleFor(command => command.Description).MustBeDescription(options.Value);
        RuleFor(command => command.ExpiresAt).MustBeExpiry(options.Value, time);
    }
}

internal sealed class CreatePatCommandHandler(
    IPatRepository pats, ICurrentUser current, TokenExpiry expiry, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<CreatePatCommand, CreatedPat>
{
    public async Task<CreatedPat> Handle(CreatePatCommand request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var expiresAt = expiry.Choose(request.ExpiresAt, now);
        var secret = TokenSecret.Generate();
        var pat = NewPat.Create(current.RequiredUserId, secret, request.Description, expiresAt, options.Value.Policy, now);
        var audit = AuditStamp.By(current.Required, EventType.PatCreated, now);
        var result = await pats.CreateAsync(pat, options.Value.MaxPerUser, audit, cancellationToken);

        // An account that was deleted after its credential was accepted has to sign in, as any other caller without one.
        var created = result.Require(status => PatRules.Refusal(status, options.Value, Errors.NotAuthenticated));
        return new CreatedPat(created, secret);
    }
}
