using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Gives one of the caller's tokens a new secret (docs/api.md, section 8).</summary>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record RotatePatCommand(long Id, RotationRequest Rotation) : IRequest<CreatedPat>, IRequiresPatsEnabled;

internal sealed class RotatePatCommandValidator : AbstractValidator<RotatePatCommand>
{
    public RotatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time) =>
        RuleFor(command => command.Rotation).MustBeRotation(options.Value, time);
}

internal sealed class RotatePatCommandHandler(PatRotator rotator, ICurrentUser current)
    : IRequestHandler<RotatePatCommand, CreatedPat>
{
    public Task<CreatedPat> Handle(RotatePatCommand request, CancellationToken cancellationToken) => rotator.RotateAsync(
        current.RequiredUserId, request.Id, request.Rotation, Errors.PatNotFound(request.Id), cancellationToken);
}
