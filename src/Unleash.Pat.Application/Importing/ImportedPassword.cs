using System.Text.RegularExpressions;

namespace Unleash.Pat.Application.Importing;

/// <summary>Which hashes of passwords can be taken from elsewhere.</summary>
public static partial class ImportedPassword
{
    /// <summary>Whether a hash is bcrypt, of a cost that a sign-in can wait for.</summary>
    public static bool IsSupported(string hash) => Bcrypt().IsMatch(hash);

    // Threat: each further step of the cost doubles the time that a sign-in takes; at 31 it takes days. 2x marks hashes of a
    // program that hashed wrongly.
    [GeneratedRegex(@"^\$2[aby]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}\z")]
    private static partial Regex Bcrypt();
}
