using System.Net;
using System.Text.Json;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>
/// Retries a change after the user has signed in again, when it failed because the session had ended. A failed read redirects to
/// the sign-in page instead (<see cref="RedirectToSignIn"/>): no input is lost.
/// </summary>
internal sealed class SignInAgainHandler(IServiceProvider services) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        using var change = services.GetRequiredService<PendingChanges>().Begin();
        var response = await base.SendAsync(request, cancellationToken);
        if (!await IsSignedOutAsync(response, cancellationToken))
        {
            return response;
        }

        // Resolved here and not in the constructor, because it depends on the client that this handler belongs to.
        return await services.GetRequiredService<SignInAgain>().PromptAsync()
            ? await base.SendAsync(request, cancellationToken)
            : response;
    }

    // Buffers the body, so that the caller can still read it.
    private static async Task<bool> IsSignedOutAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return false;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return body.RootElement is { ValueKind: JsonValueKind.Object } error
                && error.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                && (name.ValueEquals(UnleashPatErrors.AuthenticationRequired) || name.ValueEquals(UnleashPatErrors.Unauthorized));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
