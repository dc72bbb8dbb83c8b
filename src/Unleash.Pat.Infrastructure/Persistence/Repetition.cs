namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Whether a write may be repeated when its outcome is unknown.</summary>
internal enum Repetition
{
    /// <summary>It may not: it could be written twice.</summary>
    Unsafe = 0,

    /// <summary>It may: the statements find what was written before, and do not write it twice.</summary>
    Safe = 1,
}
