using System.Net;
using System.Text.Json;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>
/// Sends a change that was refused because the session has ended once more, when the person has signed in again. What is
/// only read leads to the sign-in page instead: there is nothing on the screen to lose.
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
        var answer = await base.SendAsync(request, cancellationToken);
        if (!await IsSignedOutAsync(answer, cancellationToken))
        {
            return answer;
        }

        // Asked for as late as this, because it needs the client that this handler is a part of.
        return await services.GetRequiredService<SignInAgain>().AskAsync()
            ? await base.SendAsync(request, cancellationToken)
            : answer;
    }

    // Buffered, and not read as a stream, which would be closed for whoever called and reads the body too.
    private static async Task<bool> IsSignedOutAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return false;
        }

        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
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
