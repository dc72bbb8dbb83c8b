namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>An attempt to sign in that the throttle has allowed.</summary>
internal sealed class SignInAttempt(SignInThrottle throttle, SignInSource source, FailureCount failures) : IDisposable
{
    private bool _settled;

    /// <summary>The password was wrong.</summary>
    public void Failed()
    {
        _settled = true;
        throttle.Failed(source, failures);
    }

    /// <summary>The password was right. Earlier failures are forgotten.</summary>
    public void Succeeded()
    {
        _settled = true;
        throttle.Succeeded(source, failures);
    }

    public void Dispose()
    {
        if (!_settled)
        {
            failures.Turns.Release();
        }
    }
}
