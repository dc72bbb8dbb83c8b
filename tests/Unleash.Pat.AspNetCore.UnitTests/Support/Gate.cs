namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>Holds answers back until the test lets them go.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Wait => _open.Task;

    public void Open() => _open.TrySetResult();
}
