using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>Sends notifications as signed HTTP requests, in the form of Standard Webhooks.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, TimeProvider time) : INotificationChannel, IDisposable
{
    // Threat: a redirect would take the request, and what is in it, to an address that the operator has not named; and a
    // receiver that answers without end would fill the memory.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 16 * 1024,

        // Addresses of names change.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    });

    public NotificationChannel Channel => NotificationChannel.Webhook;

    public string Server => settings.Url.GetLeftPart(UriPartial.Authority);

    public int AtATime => 8;

    public async Task<Delivery> SendAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        using var request = RequestOf(notification);
        try
        {
            // The body of the answer is not read.
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? Delivery.Sent : Refused(response);
        }
        catch (HttpRequestException exception)
        {
            return new($"the receiver could not be reached ({exception.HttpRequestError})");
        }
    }

    public Task RestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(ClaimedNotification notification)
    {
        var id = $"msg_{notification.MessageId}";
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = new StringContent(notification.Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("user-agent", "Unleash.Pat");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(settings.Keys, id, timestamp, notification.Body));
        return request;
    }

    // A receiver that answers 401 or 404 may be about to be put right; one that is gone says so.
    private Delivery Refused(HttpResponseMessage response) => new(
        string.Create(CultureInfo.InvariantCulture, $"the receiver answered {(int)response.StatusCode}"),
        IsFinal: response.StatusCode == HttpStatusCode.Gone,
        RetryAfter: response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null);
}
