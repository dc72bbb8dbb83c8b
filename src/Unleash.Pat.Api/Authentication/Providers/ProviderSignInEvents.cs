using System.Security.Claims;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Turns what the framework's handler has verified into a session of this service, or into a sentence on the sign-in page.</summary>
internal sealed class ProviderSignInEvents(
    IMediator mediator,
    ProviderSettings settings,
    SessionCookie cookie,
    ProviderSignOutCookies signOut,
    ProviderFailures failures)
{
    /// <summary>As the handler calls them.</summary>
    /// <remarks>No subclass: looking for controllers loads the base of each class, and with it the handler's assemblies.</remarks>
    public OpenIdConnectEvents ForHandler() => new()
    {
        OnUserInformationReceived = AddClaims,
        OnTicketReceived = SignInAsync,
        OnAccessDenied = TellDeniedAsync,
        OnRemoteFailure = TellFailureAsync,
    };

    // Kept apart from the ID token's claims, so that the sources are not mixed.
    private static Task AddClaims(UserInformationReceivedContext context)
    {
        context.Principal!.AddIdentity(new ClaimsIdentity(context.User.RootElement.EnumerateObject().SelectMany(ClaimsOf)));
        return Task.CompletedTask;
    }

    private async Task SignInAsync(TicketReceivedContext context)
    {
        // The handler would sign in by a cookie of its own.
        context.HandleResponse();
        var http = context.HttpContext;
        if (ClaimMapping.Read(context.Principal!, settings) is not { } person)
        {
            await failures.TellAsync(http, ProviderSignInFailure.Invalid);
            return;
        }

        var result = await mediator.Send(new SignInByProviderCommand(person, settings.CreateUsers), http.RequestAborted);
        if (result.SignedIn is not { } signedIn)
        {
            ProviderFailures.Redirect(http, result.Failure!);
            return;
        }

        cookie.Write(http, signedIn.Key);
        signOut.Keep(http, signedIn.Key, context.Properties!.GetTokenValue("id_token"));

        // Checked again: the sign-in's state is encrypted with keys that the database holds.
        http.Response.Redirect(ReturnPath.Of(http.Request.PathBase, context.ReturnUri));
    }

    private async Task TellDeniedAsync(AccessDeniedContext context)
    {
        context.HandleResponse();
        await failures.TellAsync(context.HttpContext, ProviderSignInFailure.Denied);
    }

    private async Task TellFailureAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        await failures.TellAsync(context.HttpContext, ReasonOf(context.Failure), context.Failure);
    }

    // The handler's own type stands for a state that is missing, forged, out of date, used before or another browser's.
    private static string ReasonOf(Exception? failure) => failure switch
    {
        AuthenticationFailureException { InnerException: null } => ProviderSignInFailure.Expired,
        _ when ProviderDeadline.IsUnavailable(failure) => ProviderSignInFailure.Unavailable,
        _ => ProviderSignInFailure.Invalid,
    };

    private static IEnumerable<Claim> ClaimsOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.Value.EnumerateArray().Select(item => new Claim(property.Name, item.ToString())),
        JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [new Claim(property.Name, property.Value.ToString())],
    };
}
