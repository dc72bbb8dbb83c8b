using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Gives a token of a service account a new secret (docs/api.md, section 8).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record RotateServiceAccountTokenCommand(long AccountId, long TokenId, RotationRequest Rotation)
    : IRequest<CreatedPat>, IRequiresPatsEnabled;

internal sealed class RotateServiceAccountTokenCommandValidator : AbstractValidator<RotateServiceAccountTokenCommand>
{
    public RotateServiceAccountTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time) =>
        RuleFor(command => command.Rotation).MustBeRotation(options.Value, time);
}

internal sealed class RotateServiceAccountTokenCommandHandler(IUserRepository users, PatRotator rotator)
    : IRequestHandler<RotateServiceAccountTokenCommand, CreatedPat>
{
    public async Task<CreatedPat> Handle(RotateServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await rotator.RotateAsync(
            request.AccountId,
            request.TokenId,
            request.Rotation,
            Errors.ServiceAccountTokenNotFound(request.TokenId),
            cancellationToken);
    }
}
