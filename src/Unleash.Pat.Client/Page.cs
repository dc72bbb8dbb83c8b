namespace Unleash.Pat.Client;

/// <summary>A part of a longer list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <typeparam name="T">What the list is of.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total)
{
    /// <summary>Whether there are more than <see cref="Total"/>: the service counts a long list up to a bound only.</summary>
    public bool IsTotalCapped { get; init; }
}
