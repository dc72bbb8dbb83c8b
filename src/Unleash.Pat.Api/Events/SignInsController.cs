using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>Sign-ins, as Unleash's admin UI shows them.</summary>
[ApiController]
[Route("api/admin/logins")]
[Tags(ApiTags.UnleashShell)]
public sealed class SignInsController(IMediator mediator) : ControllerBase
{
    /// <summary>Get the latest sign-ins, refused ones included, newest first.</summary>
    /// <remarks>Returns at most 500. The event log has all of them.</remarks>
    /// <returns>The sign-ins.</returns>
    [HttpGet]
    [Sends<GetSignInsQuery>]
    public async Task<SignInsSchema> GetLoginHistory(CancellationToken cancellationToken)
    {
        var entries = await mediator.Send(new GetSignInsQuery(), cancellationToken);
        return new SignInsSchema([.. entries.Select(Shown)]);
    }

    private static SignInSchema Shown(EventRecord entry)
    {
        var isSuccessful = entry.Type == EventType.UserSignedIn;
        return new SignInSchema
        {
            Id = entry.Id,
            Username = entry.CreatedBy,
            CreatedAt = entry.CreatedAt,
            Successful = isSuccessful,
            Ip = entry.Ip,
            FailureReason = isSuccessful ? null : "The combination of password and username is invalid.",
        };
    }
}
