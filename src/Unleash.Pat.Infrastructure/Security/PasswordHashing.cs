using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>PBKDF2 by ASP.NET Core Identity: HMAC-SHA-512, a salt of 128 bits.</summary>
internal sealed class PasswordHashing : IPasswordHashing
{
    // OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    private static readonly object NoUser = new();

    private readonly PasswordHasher<object> _hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Stands in where there is no hash, so that refusing an unknown user costs what refusing a known one costs.
    private readonly Lazy<string> _nobodysHash;

    public PasswordHashing() =>
        _nobodysHash = new(() => Hash(new Password(RandomNumberGenerator.GetHexString(32))));

    public string Hash(Password password) => _hasher.HashPassword(NoUser, password.Reveal());

    public PasswordCheck Verify(string? hash, Password password)
    {
        var result = _hasher.VerifyHashedPassword(NoUser, hash ?? _nobodysHash.Value, password.Reveal());
        return result switch
        {
            _ when hash is null => PasswordCheck.Wrong,
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOutdated,
            _ => PasswordCheck.Wrong,
        };
    }
}
