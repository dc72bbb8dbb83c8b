using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Security;

/// <summary>NIST SP 800-63B: passwords are hashed in their normal form, and hashes from before still work.</summary>
public sealed class PasswordHashingTests
{
    private const string Composed = "caf\u00e9 au lait";
    private const string Decomposed = "cafe\u0301 au lait";

    private readonly PasswordHashing _hashing = new();

    [Theory]
    [InlineData(Composed, Composed, PasswordCheck.Right)]
    [InlineData(Composed, Decomposed, PasswordCheck.Right)]
    [InlineData(Decomposed, Composed, PasswordCheck.Right)]
    [InlineData(Decomposed, Decomposed, PasswordCheck.Right)]
    [InlineData(Composed, "cafe au lait", PasswordCheck.Wrong)]
    [InlineData(Composed, "cafe\u0300 au lait", PasswordCheck.Wrong)]
    public void One_password_is_one_in_both_forms(string set, string typed, object check) =>
        _hashing.Verify(_hashing.Hash(new Password(set)), new Password(typed)).ShouldBe((PasswordCheck)check);

    [Fact]
    public void What_was_hashed_as_it_was_typed_works_as_it_was_typed_and_is_outdated()
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new object(), Decomposed);

        _hashing.Verify(hash, new Password(Decomposed)).ShouldBe(PasswordCheck.RightButOutdated);
        _hashing.Verify(hash, new Password(Composed)).ShouldBe(PasswordCheck.Wrong);
    }

    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    public void Without_a_hash_every_password_is_wrong(string typed) =>
        _hashing.Verify(null, new Password(typed)).ShouldBe(PasswordCheck.Wrong);
}
