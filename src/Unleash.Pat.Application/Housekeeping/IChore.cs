namespace Unleash.Pat.Application.Housekeeping;

/// <summary>A part of housekeeping.</summary>
internal interface IChore
{
    /// <summary>What it does, for the log.</summary>
    string Name { get; }

    /// <summary>The most that one batch does.</summary>
    int BatchSize { get; }

    /// <summary>Whether it has something to do all the time, which the log need not tell.</summary>
    bool IsRoutine => false;

    /// <summary>Does a batch, in one transaction that is short enough not to hold up other writers.</summary>
    /// <returns>How many were done; as many as <see cref="BatchSize"/> where there may be more.</returns>
    Task<int> RunBatchAsync(CancellationToken cancellationToken);
}
