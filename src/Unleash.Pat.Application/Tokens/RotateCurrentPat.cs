using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Gives the token that authenticates the request a new secret (docs/api.md, section 8).</summary>
[RequiresPermission(Permission.CreatePat)]
public sealed record RotateCurrentPatCommand(RotationRequest Rotation) : IRequest<CreatedPat>, IRequiresPatsEnabled;

internal sealed class RotateCurrentPatCommandValidator : AbstractValidator<RotateCurrentPatCommand>
{
    public RotateCurrentPatCommandValidator(IOptions<PatOptions> options, TimeProvider time) =>
        RuleFor(command => command.Rotation).MustBeRotation(options.Value, time);
}

internal sealed class RotateCurrentPatCommandHandler(PatRotator rotator, ICurrentUser current)
    : IRequestHandler<RotateCurrentPatCommand, CreatedPat>
{
    public Task<CreatedPat> Handle(RotateCurrentPatCommand request, CancellationToken cancellationToken)
    {
        var (userId, id) = current.RequiredPat;
        return rotator.RotateAsync(userId, id, request.Rotation, Errors.NotAuthenticated, cancellationToken);
    }
}
