using System.Diagnostics;
using System.Security.Cryptography;
using BCrypt.Net;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>Verifies passwords against the bcrypt hashes of accounts that were imported.</summary>
/// <remarks>
/// Threat: bcrypt of Unleash's cost takes less time than PBKDF2 here, so a refusal that came early would reveal that the user
/// exists. Each refusal is filled up with the part of PBKDF2 that is missing, as this machine takes it. What is left is the
/// difference between two measurements, and hashes of a higher cost than Unleash's, which take longer.
/// </remarks>
internal sealed class BcryptPasswords(int iterations)
{
    private const string Prefix = "$2";
    private const int Measurements = 3;

    // The cost is the two digits after the version: $2b$10$.
    private const int CostAt = 4;

    // Each step of the cost doubles the work.
    private const int CheapestCost = 4;

    // Of the work of PBKDF2 here, what bcrypt of the cheapest cost takes.
    private readonly Lazy<double> _share = new(() => Fastest(() => BCrypt.Net.BCrypt.HashPassword("", CheapestCost)) / Fastest(() => Pbkdf2(iterations)));

    public static bool IsHash(string hash) => hash.StartsWith(Prefix, StringComparison.Ordinal);

    public bool Verify(string hash, string password)
    {
        if (IsMatch(hash, password))
        {
            return true;
        }

        var rest = (int)(iterations * (1 - Math.Min(1, _share.Value * (1 << (CostOf(hash) - CheapestCost)))));
        if (rest > 0)
        {
            Pbkdf2(rest);
        }

        return false;
    }

    private static bool IsMatch(string hash, string password)
    {
        try
        {
            return BCrypt.Net.BCrypt.Verify(password, hash);
        }
        catch (Exception exception) when (exception is SaltParseException or ArgumentException or HashInformationException)
        {
            return false;
        }
    }

    private static int CostOf(string hash) =>
        hash.Length > CostAt + 2 && int.TryParse(hash.AsSpan(CostAt, 2), out var cost) && cost is >= CheapestCost and < 31 ? cost : CheapestCost;

    private static void Pbkdf2(int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2("password", new byte[16], iterations, HashAlgorithmName.SHA512, 32);

    private static TimeSpan Measure(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Fastest(Action work) => Enumerable.Range(0, Measurements).Min(_ => Measure(work));
}
