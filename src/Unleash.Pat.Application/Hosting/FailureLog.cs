namespace Unleash.Pat.Application.Hosting;

/// <summary>Decides which failures of recurring work are logged: each one once a minute.</summary>
/// <remarks>Threat: what fails in every round would fill the log, and with it the space on a full disk that revocations need.</remarks>
public sealed class FailureLog(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (string Failure, long LoggedAt)> _logged = new(StringComparer.Ordinal);

    /// <summary>Whether to log a failure now.</summary>
    /// <param name="work">What failed.</param>
    public bool IsDue(string work, Exception exception)
    {
        var failure = $"{exception.GetType()}: {exception.Message}";
        if (_logged.TryGetValue(work, out var last) && last.Failure == failure && time.GetElapsedTime(last.LoggedAt) < Interval)
        {
            return false;
        }

        _logged[work] = (failure, time.GetTimestamp());
        return true;
    }

    /// <summary>Notes that work succeeded: if it fails again, that is another failure.</summary>
    public void Succeeded(string work) => _logged.Remove(work);
}
