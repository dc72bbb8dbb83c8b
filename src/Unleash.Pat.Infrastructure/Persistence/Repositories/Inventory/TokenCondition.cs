namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>A condition on a row <c>token</c> of <c>personal_access_tokens</c>.</summary>
/// <param name="ByIndex">The condition in a form for which the statement reads an index.</param>
/// <param name="Rank">How few tokens that index is likely to name, the lower the fewer.</param>
/// <param name="OfRow">The condition for rows that the statement reads anyway.</param>
internal sealed record TokenCondition(string ByIndex, int Rank, string OfRow)
{
    /// <summary>The column whose index it is, where the condition is a range: another range of the column narrows it.</summary>
    public string? Column { get; init; }

    /// <summary>The rank of a condition that most tokens fulfil: its index helps where it is the only condition.</summary>
    public const int MostTokens = 8;

    /// <summary>The rank of a condition without an index.</summary>
    public const int NoIndex = int.MaxValue;

    /// <summary>A condition for which no index is of use.</summary>
    public static TokenCondition Of(string text) => new(text, NoIndex, text);
}
