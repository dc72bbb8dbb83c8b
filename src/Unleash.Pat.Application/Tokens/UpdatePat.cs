using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Changes one of the caller's tokens; what is <see langword="null"/> stays as it is (docs/api.md, section 1.7).</summary>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record UpdatePatCommand(long Id, PatChange Change) : IRequest<PersonalAccessToken>;

internal sealed class UpdatePatCommandValidator : AbstractValidator<UpdatePatCommand>
{
    public UpdatePatCommandValidator(TimeProvider time) => RuleFor(command => command.Change).MustBeChange(time);
}

internal sealed class UpdatePatCommandHandler(PatUpdater updater, ICurrentUser current)
    : IRequestHandler<UpdatePatCommand, PersonalAccessToken>
{
    public Task<PersonalAccessToken> Handle(UpdatePatCommand request, CancellationToken cancellationToken) =>
        updater.UpdateAsync(current.RequiredUserId, request.Id, request.Change, cancellationToken);
}
