using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>The code points with a Unicode property that the framework does not have.</summary>
internal sealed class CodePointSet
{
    private readonly int[] _first;
    private readonly int[] _last;

    /// <summary>Reads the ranges.</summary>
    /// <param name="ranges">Code points and ranges of them in hexadecimal, rising: <c>AD 34F 115F-1160</c>.</param>
    public CodePointSet(string ranges)
    {
        var bounds = ranges.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(range => range.Split('-'))
            .ToList();
        _first = [.. bounds.Select(range => Parse(range[0]))];
        _last = [.. bounds.Select(range => Parse(range[^1]))];
    }

    public bool Contains(Rune rune)
    {
        var at = Array.BinarySearch(_first, rune.Value);
        return at >= 0 || (~at > 0 && rune.Value <= _last[~at - 1]);
    }

    private static int Parse(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
