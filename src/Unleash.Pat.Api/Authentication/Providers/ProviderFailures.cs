using MediatR;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Tells a person on the sign-in page why the sign-in failed, and records it.</summary>
/// <remarks>
/// Threat: text in a link that the page shows as its own. So the address has one of a few codes (<see cref="ProviderSignInFailure"/>),
/// and nothing that the provider or the link says.
/// </remarks>
internal sealed class ProviderFailures(IMediator mediator, ILogger<ProviderFailures> logger)
{
    public async Task TellAsync(HttpContext context, string reason, Exception? exception = null)
    {
        logger.ProviderSignInRefused(reason, exception);
        await mediator.Send(new RecordProviderRefusalCommand(reason), CancellationToken.None);
        Redirect(context, reason);
    }

    public static void Redirect(HttpContext context, string reason) =>
        context.Response.Redirect($"{context.Request.PathBase.ToUriComponent()}/login?failure={reason}");
}
