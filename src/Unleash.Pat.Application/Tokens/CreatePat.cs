using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Issues a token to the caller's account (docs/api.md, section 1.1).</summary>
/// <param name="Description">What its holder calls it; <see langword="null"/> lets the service name it.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime.</param>
[RequiresPermission(Permission.CreatePat)]
[RequiresAccount]
public sealed record CreatePatCommand(string? Description, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedPat>, IPatRequest, IRequiresPatsEnabled;

/// <summary>A token at the one moment when its secret is known.</summary>
/// <param name="Pat">The token.</param>
/// <param name="Secret">Its secret, to be shown once.</param>
public sealed record IssuedPat(PatDto Pat, TokenSecret Secret);

internal sealed class CreatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    : PatRequestValidator<CreatePatCommand>(options, time);

internal sealed class CreatePatCommandHandler(PatIssuer issuer, ICurrentUser current)
    : IRequestHandler<CreatePatCommand, IssuedPat>
{
    public async Task<IssuedPat> Handle(CreatePatCommand request, CancellationToken cancellationToken) =>
        await issuer.IssueAsync(current.RequiredUserId, request, cancellationToken)

        // The account was removed after its credential was accepted.
        ?? throw new RefusedException(Errors.NotAuthenticated);
}
