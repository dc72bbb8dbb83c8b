using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>Links with which users set a password, for administrators (docs/api.md, section 11.1).</summary>
[ApiController]
[Route("api/admin/user-admin")]
[Tags(ApiTags.Users)]
[PasswordOnly]
public sealed class UserPasswordLinksController(IMediator mediator) : ControllerBase
{
    /// <summary>Reset user password.</summary>
    /// <remarks>
    /// Creates a link with which the user sets a new password. It works once, for 24 hours, and ends an earlier link; the old
    /// password works until a new one is set.
    /// </remarks>
    /// <param name="body">The user.</param>
    /// <returns>The link; no other response contains it.</returns>
    [HttpPost("reset-password")]
    [Tags(ApiTags.UnleashShell)]
    [Sends<ResetUserPasswordCommand>]
    [Refuses(nameof(Errors.OwnPasswordByToken))]
    [Refuses(nameof(Errors.PathNotFound))]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<ResetPasswordSchema> ResetUserPassword(ResetUserPasswordRequest body, CancellationToken cancellationToken)
    {
        var issued = await mediator.Send(new ResetUserPasswordCommand(body.Id), cancellationToken);
        return new ResetPasswordSchema(PasswordLinkAddress.OfReset(Request, issued.Token));
    }

    /// <summary>Create a link with which a user sets a password.</summary>
    /// <remarks>
    /// The link works once, for 24 hours, and ends an earlier one. For a user who has never signed in it leads to the
    /// page of an invitation.
    /// </remarks>
    /// <param name="id">The user.</param>
    /// <returns>The link; no other response contains it.</returns>
    [HttpPost("{id}/password-link")]
    [Sends<CreatePasswordLinkCommand>]
    [Refuses(nameof(Errors.OwnPasswordByToken))]
    [Refuses(nameof(Errors.PathNotFound))]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<PasswordLinkSchema> CreatePasswordLink(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        var issued = await mediator.Send(new CreatePasswordLinkCommand(id), cancellationToken);
        return new PasswordLinkSchema
        {
            Link = issued.User.SeenAt is not null
                ? PasswordLinkAddress.OfReset(Request, issued.Token)
                : PasswordLinkAddress.OfInvitation(Request, issued.Token),
            ExpiresAt = issued.ExpiresAt,
        };
    }
}
