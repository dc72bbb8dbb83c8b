namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>What the service said of a token, or why it said nothing.</summary>
internal enum AnswerKind
{
    Active,
    Inactive,

    /// <summary>It is away, too busy, or what it sent makes no sense.</summary>
    Unreachable,

    /// <summary>It refuses this program's credentials. That is no fault of the caller, and time does not mend it.</summary>
    Refused,
}

/// <param name="Kind">What it is.</param>
/// <param name="Token">The token, where it is active.</param>
/// <param name="RetryAfter">When to try again, where the service said so.</param>
internal sealed record Answer(AnswerKind Kind, UnleashPatToken? Token = null, TimeSpan? RetryAfter = null)
{
    public static Answer Inactive { get; } = new(AnswerKind.Inactive);

    public static Answer Unreachable { get; } = new(AnswerKind.Unreachable);
}
