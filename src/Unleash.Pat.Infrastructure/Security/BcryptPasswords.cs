using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>Verifies passwords against the bcrypt hashes of accounts that were imported.</summary>
/// <remarks>
/// Threat: bcrypt of Unleash's cost takes less time than PBKDF2 here, so a refusal that came early would reveal that the user
/// exists. Each refusal is filled up with the part of PBKDF2 that is missing, as this machine takes it. What is left is the
/// difference between two measurements, and hashes of a higher cost than Unleash's, which take longer.
/// </remarks>
internal sealed class BcryptPasswords(int iterations)
{
    // A part of the iterations that is enough for a measurement.
    private const int Measurements = 5;

    // The cost is the two digits after the version: $2b$10$.
    private const int CostAt = 4;

    // Each step of the cost doubles the work.
    private const int CheapestCost = 4;

    private readonly Lock _gate = new();

    // The fastest so far of each: the first runs are not compiled well yet, and others are interrupted. Bcrypt of the cheapest
    // cost, PBKDF2 of all iterations.
    private TimeSpan _bcrypt = TimeSpan.MaxValue;
    private TimeSpan _pbkdf2 = TimeSpan.MaxValue;

    /// <param name="hash">One that <see cref="Application.Importing.ImportedPassword.IsSupported"/> accepts.</param>
    public bool Verify(string hash, string password)
    {
        var isMatch = false;
        var took = Measure(() => isMatch = BCrypt.Net.BCrypt.Verify(password, hash));
        if (!isMatch && Rest(1 << (CostOf(hash) - CheapestCost), took) is > 0 and var rest)
        {
            RunPbkdf2(rest);
        }

        return isMatch;
    }

    // The iterations of PBKDF2 that take as long as what a hash of this cost took less.
    private int Rest(int steps, TimeSpan took)
    {
        lock (_gate)
        {
            _bcrypt = TimeSpan.FromTicks(Math.Min(_bcrypt.Ticks, took.Ticks / steps));
            if (_pbkdf2 == TimeSpan.MaxValue)
            {
                RunPbkdf2(iterations / Measurements);
            }

            return (int)(iterations * (1 - Math.Min(1, _bcrypt * steps / _pbkdf2)));
        }
    }

    private void RunPbkdf2(int count)
    {
        var took = Measure(() => Rfc2898DeriveBytes.Pbkdf2("password", new byte[16], count, HashAlgorithmName.SHA512, 32));
        lock (_gate)
        {
            // A few iterations are mostly overhead.
            _pbkdf2 = count < iterations / Measurements ? _pbkdf2 : TimeSpan.FromTicks(Math.Min(_pbkdf2.Ticks, (long)(took.Ticks * ((double)iterations / count))));
        }
    }

    private static int CostOf(string hash) => int.Parse(hash.AsSpan(CostAt, 2), CultureInfo.InvariantCulture);

    private static TimeSpan Measure(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }
}
