using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>A line of a CSV file. An empty value is absent.</summary>
internal sealed class CsvLine(string path, int number, Dictionary<string, string> values, CsvFaults faults)
{
    public int Number => number;

    public string? this[string column] => values.GetValueOrDefault(column);

    /// <summary>A value that must keep a rule.</summary>
    /// <param name="rule">What is wrong with one that does not, without the value.</param>
    public string? Checked(string column, Func<string, bool> isRight, string rule)
    {
        if (this[column] is not { } value || isRight(value))
        {
            return this[column];
        }

        Fault(column, rule);
        return null;
    }

    public DateTimeOffset? Instant(string column)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (Rfc3339.TryParse(text, out var instant))
        {
            return instant;
        }

        Fault(column, "must be an instant with an offset, for example 2027-01-01T00:00:00Z");
        return null;
    }

    public void Fault(string column, string fault) => faults.Add(path, number, $"column {column} {fault}");
}
