namespace Unleash.Pat.Api.Shell;

/// <summary>An answer to Unleash's admin UI about something that this service does not have: always the same, and empty.</summary>
/// <param name="Path">Where the UI asks for it.</param>
/// <param name="OperationId">The name of Unleash's operation.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Body">The answer, in Unleash's shape.</param>
internal sealed record EmptyAnswer(string Path, string OperationId, string Summary, object Body)
{
    /// <summary>The permission that it takes; <see langword="null"/> where every account may have it.</summary>
    public string? Permission { get; init; }
}
