using Unleash.Pat.AspNetCore.Remembering;

namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>One question on its way, for all requests that wait for its answer.</summary>
/// <param name="BegunAt">When it was begun, by the clock of durations.</param>
internal sealed record Flight(long BegunAt)
{
    private readonly TaskCompletionSource<Landing> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Landing> Landing => _landing.Task;

    public void Land(Landing landing) => _landing.TrySetResult(landing);
}

/// <param name="Answer">What the service said.</param>
/// <param name="Question">What was known when it was asked; <see langword="null"/> where it was not asked at all.</param>
/// <param name="At">When the answer came.</param>
internal sealed record Landing(Answer Answer, Question? Question, long At);
