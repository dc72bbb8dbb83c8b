using System.Globalization;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>What is wrong in files: all of it is told at once.</summary>
internal sealed class CsvFaults
{
    private const int MostShown = 20;

    private readonly List<string> _faults = [];

    public void Add(string path, int line, string fault) =>
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path} line {line} {fault}."));

    /// <exception cref="StartupException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count == 0)
        {
            return;
        }

        var more = _faults.Count > MostShown
            ? string.Create(CultureInfo.InvariantCulture, $" There are {_faults.Count - MostShown} more.")
            : "";
        throw new StartupException($"{string.Join(' ', _faults.Take(MostShown))}{more} Nothing was imported.");
    }
}
