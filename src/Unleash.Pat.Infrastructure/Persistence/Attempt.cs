namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>One attempt at work over a connection, and what a failure of it says.</summary>
internal sealed class Attempt
{
    /// <summary>Whether the commit was sent, so that a failure does not say that nothing was written.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>Whether the connection is still open after the failure: the server is there, and a statement timed out.</summary>
    public bool IsAnswered { get; set; }
}
