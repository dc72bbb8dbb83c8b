namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite's full-text index of the three characters at each place of a search key.</summary>
internal static class SqlitePartIndex
{
    private const int IndexedCharacters = 3;

    // More of them would not find fewer accounts; the search compares the whole part.
    private const int MostCompared = 12;

    private const string ByThree = "SELECT rowid AS id FROM account_search WHERE account_search MATCH @Match";

    // A key ends in a line feed there, so its last two characters begin an entry as well.
    private const string ByTwo =
        "SELECT DISTINCT doc AS id FROM account_parts WHERE term >= @Match AND term < @Match || char(1114111)";

    public static PartIndex Of(string part)
    {
        var characters = part.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return characters.Count < IndexedCharacters
            ? new PartIndex(ByTwo, part, IsForRareParts: true)
            : new PartIndex(ByThree, Match(characters), IsForRareParts: false);
    }

    private static string Match(List<string> characters) => string.Join(
        " AND ",
        Enumerable.Range(0, characters.Count - IndexedCharacters + 1)
            .Select(at => string.Concat(characters.Skip(at).Take(IndexedCharacters)))
            .Distinct()
            .Take(MostCompared)
            .Select(Quote));

    // Threat: without quotes a text that is searched for could say something in the language of full-text queries.
    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
