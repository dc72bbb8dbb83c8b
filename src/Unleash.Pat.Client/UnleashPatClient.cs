using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>The operations of Unleash.Pat.</summary>
public partial interface IUnleashPatClient
{
    /// <summary>Log out: ends the session, if there is one.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>When the session has ended.</returns>
    /// <exception cref="UnleashPatException">The service refused.</exception>
    Task LogoutAsync(CancellationToken cancellationToken = default);
}

/// <summary>Speaks with Unleash.Pat through an <see cref="HttpClient"/> whose base address is the service's.</summary>
public partial class UnleashPatClient
{
    private const string LogoutPath = "logout";

    /// <inheritdoc />
    /// <remarks>
    /// By hand, because the answer is a redirect: a client that follows it has signed out as well, whatever the page
    /// answers to which it leads.
    /// </remarks>
    public virtual async Task LogoutAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, LogoutPath);
        using var response = await _httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var wasRedirected = response.RequestMessage?.RequestUri?.AbsolutePath.EndsWith($"/{LogoutPath}", StringComparison.Ordinal) is false;
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Found || wasRedirected)
        {
            return;
        }

        throw new UnleashPatException(
            "The service did not end the session.",
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false),
            response.Headers.ToDictionary(header => header.Key, header => header.Value),
            null);
    }

    // What a caller leaves unset is left out, not sent as null.
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}
