using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Unleash.Pat.Client;

/// <summary>The generated operations, as the wire has them, and how each of their requests and answers is treated.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options know every type from WireJson.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The options know every type from WireJson.")]
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The generated half has virtual members.")]
[SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The generated half hands over all that it has.")]
internal partial class WireClient
{
    private const string LogoutPath = "logout";

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <remarks>
    /// By hand, because the answer is a redirect: a client that follows it has signed out as well, whatever the page
    /// answers to which it leads. A browser follows it without a trace: what comes then is a page.
    /// </remarks>
    public async Task LogoutAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ServiceAddress.Folder(_httpClient.BaseAddress!) + LogoutPath);
        UserAgent.Add(_httpClient, request);
        using var response = await _httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var wasRedirected = response.RequestMessage?.RequestUri?.AbsolutePath.EndsWith($"/{LogoutPath}", StringComparison.Ordinal) is false;
        if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.Found && !wasRedirected)
        {
            await ProcessResponseAsync(_httpClient, response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request that is written by hand, and reads its answer.</summary>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, content, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return (await ReadObjectResponseAsync<T>(response, [], cancellationToken).ConfigureAwait(false)).Object;
    }

    /// <summary>The same for an answer without a body.</summary>
    public async Task SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, content, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, ServiceAddress.Folder(_httpClient.BaseAddress!) + path) { Content = content };
        UserAgent.Add(_httpClient, request);
        var response = await _httpClient.SendAsync(request, completion, cancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessResponseAsync(_httpClient, response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) => WireFormat.Configure(settings);

    private static Task PrepareRequestAsync(HttpClient client, HttpRequestMessage request, StringBuilder address, CancellationToken cancellationToken)
    {
        address.Insert(0, ServiceAddress.Folder(client.BaseAddress!));
        UserAgent.Add(client, request);
        return Task.CompletedTask;
    }

    // The generated code calls it a second time, when the address is put together.
    private static Task PrepareRequestAsync(HttpClient client, HttpRequestMessage request, string address, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private async Task ProcessResponseAsync(HttpClient client, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode || AnswerBody.IsForeign(response))
        {
            throw await UnleashPatException.OfAsync(response, TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response, Dictionary<string, IEnumerable<string>> headers, CancellationToken cancellationToken)
    {
        // In memory first, so that what cannot be read can be shown.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var stream = new MemoryStream(body);
            var answer = JsonSerializer.Deserialize(stream, WireFormat.TypeOf<T>());
            return new ObjectResponseResult<T>(answer ?? throw new JsonException("The body is null."), "");
        }
        catch (JsonException fault)
        {
            throw await UnleashPatException.OfUnreadableAsync(response, fault, cancellationToken).ConfigureAwait(false);
        }
    }
}
