namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Whether work may be done once more when nobody knows whether it was done.</summary>
internal enum Repetition
{
    /// <summary>It may not: once more could be twice.</summary>
    Unsafe = 0,

    /// <summary>It may: what was done before is found, and not done twice.</summary>
    Safe = 1,
}
