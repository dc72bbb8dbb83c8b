using System.Globalization;
using System.Text;
using CsvHelper;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>Reads a CSV file (RFC 4180, UTF-8) whose first line names the columns.</summary>
internal static class CsvFile
{
    private const string UnreadableQuotes = "has a quotation mark in the wrong place";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    public static List<CsvLine> Read(string path, string[] columns, CsvFaults faults)
    {
        try
        {
            // Decoded here, because the library replaces what is no UTF-8.
            using var reader = CsvReader.FromText(Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'), Options);
            return Read(path, reader, columns, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException { ParamName: "path" })
        {
            throw new StartupException($"{path} cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new StartupException($"{path} is not UTF-8.");
        }
        catch (CsvFormatException exception)
        {
            // Threat: the library's message may repeat the line, which may have a secret. What follows the line cannot be read.
            faults.Add(path, (int)exception.LineNumber, UnreadableQuotes);
            return [];
        }
    }

    private static List<CsvLine> Read(string path, CsvReader reader, string[] columns, CsvFaults faults)
    {
        if (!reader.Read())
        {
            throw new StartupException($"{path} is empty; its first line names the columns: {string.Join(", ", columns)}.");
        }

        var names = Fields(reader);
        Check(path, names, columns);
        var lines = new List<CsvLine>();
        while (reader.Read())
        {
            var number = (int)reader.LineNumber;
            if (reader.FieldCount == names.Length)
            {
                var values = names.Zip(Fields(reader)).Where(field => field.Second.Length > 0)
                    .ToDictionary(field => field.First, field => field.Second);
                lines.Add(new CsvLine(path, number, values, faults));
            }
            else
            {
                faults.Add(path, number, string.Create(CultureInfo.InvariantCulture, $"has {reader.FieldCount} columns instead of {names.Length}"));
            }
        }

        return lines;
    }

    private static void Check(string path, string[] names, string[] columns)
    {
        // Threat: where the names were forgotten, the first line has values, perhaps a secret. So none is shown.
        if (Array.FindIndex(names, name => !columns.Contains(name)) is >= 0 and var unknown)
        {
            throw new StartupException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} line 1 must name the columns, and column {unknown + 1} is none of them; they can be {string.Join(", ", columns)}."));
        }

        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
        {
            throw new StartupException($"{path} has the column {twice} twice.");
        }
    }

    private static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
