using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Users;
using IdentityResult = Microsoft.AspNetCore.Identity.PasswordVerificationResult;
using PasswordVerificationResult = Unleash.Pat.Application.Authentication.PasswordVerificationResult;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>
/// PBKDF2 by ASP.NET Core Identity: HMAC-SHA-512, a salt of 128 bits. Imported bcrypt hashes are verified too, and renewed at
/// the next sign-in.
/// </summary>
internal sealed class PasswordHasher : IPasswordHasher
{
    /// <summary>The rounds of PBKDF2: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    private static readonly object NoUser = new();

    private readonly HashingThreads _threads;
    private readonly PasswordHasher<object> _hasher;

    private readonly BcryptPasswords _bcrypt;

    // Replaces a missing hash, so that refusing an unknown user takes as long as refusing a known one.
    private readonly Lazy<string> _dummyHash;

    public PasswordHasher(HashingThreads threads, IOptions<PasswordHasherOptions> options)
    {
        _threads = threads;
        _hasher = new PasswordHasher<object>(options);
        _bcrypt = new BcryptPasswords(options.Value.IterationCount);
        _dummyHash = new Lazy<string>(() => Hash(new Password(RandomNumberGenerator.GetHexString(32))));
    }

    public Task<string> HashAsync(Password password, CancellationToken cancellationToken) =>
        _threads.RunAsync(() => Hash(password), cancellationToken);

    public Task<PasswordVerificationResult> VerifyAsync(string? hash, Password password, CancellationToken cancellationToken) =>
        _threads.RunAsync(() => Verify(hash, password), cancellationToken);

    private string Hash(Password password) => _hasher.HashPassword(NoUser, password.Reveal());

    private PasswordVerificationResult Verify(string? hash, Password password)
    {
        var check = Verify(hash, password.Reveal());
        if (!password.IsRewritten)
        {
            return check;
        }

        // Hashes of earlier versions were made of the password as it was typed. Threat: a second comparison that depended on
        // the account, or on the result of the first one, would reveal by its duration which users exist. So only what was
        // typed decides about it.
        var earlier = Verify(hash, password.RevealAsTyped());
        return check == PasswordVerificationResult.Failed && earlier != PasswordVerificationResult.Failed
            ? PasswordVerificationResult.SuccessRehashNeeded
            : check;
    }

    private PasswordVerificationResult Verify(string? hash, string password) => hash switch
    {
        null or not ['$', '2', ..] => VerifyPbkdf2(hash, password),
        _ when !ImportedPassword.IsSupported(hash) => VerifyPbkdf2(null, password),
        _ => _bcrypt.Verify(hash, password) ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed,
    };

    private PasswordVerificationResult VerifyPbkdf2(string? hash, string password) =>
        _hasher.VerifyHashedPassword(NoUser, hash ?? _dummyHash.Value, password) switch
        {
            _ when hash is null => PasswordVerificationResult.Failed,
            IdentityResult.Success => PasswordVerificationResult.Success,
            IdentityResult.SuccessRehashNeeded => PasswordVerificationResult.SuccessRehashNeeded,
            _ => PasswordVerificationResult.Failed,
        };
}
