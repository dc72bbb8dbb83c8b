using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Issues a token to a service account, by the rules of personal ones (docs/api.md, section 1.1).</summary>
/// <param name="AccountId">The account that will hold it.</param>
/// <param name="Description">What its holder calls it; <see langword="null"/> lets the service name it.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateServiceAccountTokenCommand(long AccountId, string? Description, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedPat>, IPatRequest, IRequiresPatsEnabled;

internal sealed class CreateServiceAccountTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    : PatRequestValidator<CreateServiceAccountTokenCommand>(options, time);

internal sealed class CreateServiceAccountTokenCommandHandler(IUserRepository users, PatIssuer issuer)
    : IRequestHandler<CreateServiceAccountTokenCommand, IssuedPat>
{
    public async Task<IssuedPat> Handle(CreateServiceAccountTokenCommand request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await issuer.IssueAsync(request.AccountId, request, cancellationToken)
            ?? throw new RefusedException(Errors.ServiceAccountNotFound(request.AccountId));
    }
}
