using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Creates a token for a service account, by the rules of every token; the event names the administrator.</summary>
/// <param name="Description"><see langword="null"/> takes the service's name.</param>
/// <param name="ExpiresAt"><see langword="null"/> takes the default lifetime.</param>
/// <param name="Scopes"><see langword="null"/> for a token that may do all that its account may.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateServiceAccountTokenCommand(
    long AccountId, string? Description, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Scopes = null)
    : IRequest<CreatedPat>, IRequiresPatsEnabled;

internal sealed class CreateServiceAccountTokenCommandValidator : AbstractValidator<CreateServiceAccountTokenCommand>
{
    public CreateServiceAccountTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        RuleFor(command => command.Description).MustBeDescription(options.Value);
        RuleFor(command => command.ExpiresAt).MustBeExpiry(options.Value, time);
        RuleFor(command => command.Scopes).MustBeScopes(options.Value);
    }
}

internal sealed class CreateServiceAccountTokenCommandHandler(
    IUserRepository users,
    IPatRepository pats,
    ICurrentUser current,
    TokenExpiry expiry,
    GrantableScopes grantable,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<CreateServiceAccountTokenCommand, CreatedPat>
{
    public async Task<CreatedPat> Handle(CreateServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        var now = UtcMilliseconds.UtcNow(time);
        var expiresAt = expiry.Choose(request.ExpiresAt, now);
        var scopes = grantable.Choose(request.Scopes);
        var secret = TokenSecret.Generate();
        var pat = NewPat.Create(request.AccountId, secret, request.Description, expiresAt, options.Value.Policy, now) with
        {
            Scopes = scopes,
        };
        var audit = AuditStamp.By(current.Required, EventType.PatCreated, now);
        var result = await pats.CreateAsync(pat, options.Value.MaxPerUser, audit, cancellationToken);
        var created = result.Require(status =>
            PatRules.Refusal(status, options.Value, Errors.ServiceAccountNotFound(request.AccountId)));
        return new CreatedPat(created, secret);
    }
}
