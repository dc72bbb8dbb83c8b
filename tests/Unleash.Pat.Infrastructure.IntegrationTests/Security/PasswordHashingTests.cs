using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Security;

/// <summary>NIST SP 800-63B: passwords are hashed in their normal form, and hashes from before still work.</summary>
public sealed class PasswordHashingTests : IDisposable
{
    private const string Composed = "caf\u00e9 au lait";
    private const string Decomposed = "cafe\u0301 au lait";

    private readonly HashingThreads _threads = new();
    private readonly PasswordHashing _hashing;

    public PasswordHashingTests() => _hashing = new PasswordHashing(_threads);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _threads.Dispose();

    [Theory]
    [InlineData(Composed, Composed, PasswordCheck.Right)]
    [InlineData(Composed, Decomposed, PasswordCheck.Right)]
    [InlineData(Decomposed, Composed, PasswordCheck.Right)]
    [InlineData(Decomposed, Decomposed, PasswordCheck.Right)]
    [InlineData(Composed, "cafe au lait", PasswordCheck.Wrong)]
    [InlineData(Composed, "cafe\u0300 au lait", PasswordCheck.Wrong)]
    public async Task One_password_is_one_in_both_forms(string set, string typed, object check)
    {
        var hash = await _hashing.HashAsync(new Password(set), Cancel);

        (await _hashing.VerifyAsync(hash, new Password(typed), Cancel)).ShouldBe((PasswordCheck)check);
    }

    [Fact]
    public async Task What_was_hashed_as_it_was_typed_works_as_it_was_typed_and_is_outdated()
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new object(), Decomposed);

        (await _hashing.VerifyAsync(hash, new Password(Decomposed), Cancel)).ShouldBe(PasswordCheck.RightButOutdated);
        (await _hashing.VerifyAsync(hash, new Password(Composed), Cancel)).ShouldBe(PasswordCheck.Wrong);
    }

    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    public async Task Without_a_hash_every_password_is_wrong(string typed) =>
        (await _hashing.VerifyAsync(null, new Password(typed), Cancel)).ShouldBe(PasswordCheck.Wrong);
}
