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
/// <param name="Scopes"><see langword="null"/> for a token that may do all that its account may.</param>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record CreatePatCommand(string? Description, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Scopes = null)
    : IRequest<CreatedPat>, IRequiresPatsEnabled;

/// <summary>A token with its secret, which only this response contains.</summary>
public sealed record CreatedPat(PersonalAccessToken Pat, TokenSecret Secret);

internal sealed class CreatePatCommandValidator : AbstractValidator<CreatePatCommand>
{
    public CreatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        RuleFor(command => command.Description).MustBeDescription(options.Value);
        RuleFor(command => command.ExpiresAt).MustBeExpiry(options.Value, time);
        RuleFor(command => command.Scopes).MustBeScopes(options.Value);
    }
}

internal sealed class CreatePatCommandHandler(
    IPatRepository pats,
    ICurrentUser current,
    TokenExpiry expiry,
    GrantableScopes grantable,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<CreatePatCommand, CreatedPat>
{
    public async Task<CreatedPat> Handle(CreatePatCommand request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var expiresAt = expiry.Choose(request.ExpiresAt, now);
        var scopes = grantable.Choose(request.Scopes);
        var secret = TokenSecret.Generate();
        var pat = NewPat.Create(current.RequiredUserId, secret, request.Description, expiresAt, options.Value.Policy, now) with
        {
            Scopes = scopes,
        };
        var audit = AuditStamp.By(current.Required, EventType.PatCreated, now);
        var result = await pats.CreateAsync(pat, options.Value.MaxPerUser, audit, cancellationToken);

        // An account that was deleted after its credential was accepted has to sign in, as any other caller without one.
        var created = result.Require(status => PatRules.Refusal(status, options.Value, Errors.NotAuthenticated));
        return new CreatedPat(created, secret);
    }
}
