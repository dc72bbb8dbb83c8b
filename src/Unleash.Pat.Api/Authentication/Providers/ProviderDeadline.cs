using System.Net.Sockets;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Limits how long a person waits for the provider.</summary>
internal static class ProviderDeadline
{
    /// <summary>The longest wait for one answer of the provider.</summary>
    public static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(5);

    // Requests for the provider's description wait for each other, so that a limit for each answer alone is none for a crowd.
    private static readonly TimeSpan AllAnswers = TimeSpan.FromSeconds(10);

    /// <summary>Runs work that asks the provider; the request counts as aborted when the time is over.</summary>
    /// <param name="unavailable">Is told why there was no answer.</param>
    /// <returns>The result; the default where the provider did not answer.</returns>
    public static async Task<T?> RunAsync<T>(
        HttpContext context, Func<CancellationToken, Task<T>> work, Action<Exception> unavailable)
    {
        var aborted = context.RequestAborted;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(AllAnswers);
        context.RequestAborted = limit.Token;
        try
        {
            return await work(limit.Token);
        }
        catch (Exception exception) when (!aborted.IsCancellationRequested && IsUnavailable(exception))
        {
            unavailable(exception);
            return default;
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    /// <summary>Whether the provider did not answer, or with something else than its description.</summary>
    public static bool IsUnavailable(Exception? exception) => exception switch
    {
        null => false,
        HttpRequestException or IOException or SocketException or OperationCanceledException => true,
        _ => IsUnavailable(exception.InnerException),
    };
}
