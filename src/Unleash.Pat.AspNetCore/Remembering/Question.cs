namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>What was known when the service was asked about a token: an answer is judged by it.</summary>
/// <param name="SentAt">When it was sent, by the clock of durations: the answer is not older than this.</param>
/// <param name="Naming">The number of the last naming before it.</param>
/// <param name="Session">The session of the feed, where it was alive.</param>
internal sealed record Question(long SentAt, long Naming, FeedSession? Session);
