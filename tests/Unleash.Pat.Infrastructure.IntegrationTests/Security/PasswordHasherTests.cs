using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Security;
using PasswordVerificationResult = Unleash.Pat.Application.Authentication.PasswordVerificationResult;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Security;

/// <summary>NIST SP 800-63B: passwords are hashed in their normal form, and hashes from before still work.</summary>
public sealed class PasswordHasherTests : IDisposable
{
    private const string Composed = "caf\u00e9 au lait";
    private const string Decomposed = "cafe\u0301 au lait";

    // Of ASP.NET Core Identity's form: one byte of version, four of the function, four of the rounds.
    private const int RoundsOffset = 5;

    private readonly HashingThreads _threads = new();
    private readonly PasswordHasher _hasher;

    public PasswordHasherTests() => _hasher = new PasswordHasher(_threads, Options.Create(new PasswordHasherOptions { IterationCount = PasswordHasher.Iterations }));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _threads.Dispose();

    [Theory]
    [InlineData(Composed, Composed, PasswordVerificationResult.Success)]
    [InlineData(Composed, Decomposed, PasswordVerificationResult.Success)]
    [InlineData(Decomposed, Composed, PasswordVerificationResult.Success)]
    [InlineData(Decomposed, Decomposed, PasswordVerificationResult.Success)]
    [InlineData(Composed, "cafe au lait", PasswordVerificationResult.Failed)]
    [InlineData(Composed, "cafe\u0300 au lait", PasswordVerificationResult.Failed)]
    public async Task One_password_is_one_in_both_forms(string set, string typed, object check)
    {
        var hash = await _hasher.HashAsync(new Password(set), Cancel);

        (await _hasher.VerifyAsync(hash, new Password(typed), Cancel)).ShouldBe((PasswordVerificationResult)check);
    }

    [Fact]
    public async Task The_service_hashes_with_the_rounds_that_OWASP_recommends()
    {
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection()
            .AddLogging().AddApplication(configuration).AddInfrastructure(configuration).BuildServiceProvider();

        var hash = await services.GetRequiredService<IPasswordHasher>().HashAsync(new Password(Composed), Cancel);

        BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(RoundsOffset)).ShouldBe(210_000);
    }

    [Fact]
    public async Task What_was_hashed_as_it_was_typed_works_as_it_was_typed_and_is_outdated()
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new object(), Decomposed);

        (await _hasher.VerifyAsync(hash, new Password(Decomposed), Cancel)).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        (await _hasher.VerifyAsync(hash, new Password(Composed), Cancel)).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    public async Task Without_a_hash_every_password_is_wrong(string typed) =>
        (await _hasher.VerifyAsync(null, new Password(typed), Cancel)).ShouldBe(PasswordVerificationResult.Failed);

    // Made by the library that Unleash uses, bcryptjs: characters beyond ASCII, more than 72 bytes, and as a Mac types it.
    [Theory]
    [InlineData("$2b$10$7/TFDyg83r0j9dNanvCehesw0txeiIPxTlLlA3DQXK6Fl22R6QJ0a", "Pa$$w0rd-\u00e9")]
    [InlineData("$2b$04$owME6BlLcrlv7RLjYx9PPO.DnTMwR974fn1Ctz/JTRwcslJYRMZ5K", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxignored")]
    [InlineData("$2b$04$a41DZcIsVFUTuc0.1SlS2ek6TR.DDFrpIU.Xknhn2MUfhuNdQQ5um", Decomposed)]
    public async Task An_imported_hash_of_bcrypt_is_right_and_outdated(string hash, string password)
    {
        (await _hasher.VerifyAsync(hash, new Password(password), Cancel)).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        (await _hasher.VerifyAsync(hash, new Password("another"), Cancel)).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Theory]
    [InlineData("$2b$")]
    [InlineData("$2b$xx$owME6BlLcrlv7RLjYx9PPO.DnTMwR974fn1Ctz/JTRwcslJYRMZ5K")]
    [InlineData("$2b$04$short")]
    public async Task A_broken_hash_of_bcrypt_is_wrong(string hash) =>
        (await _hasher.VerifyAsync(hash, new Password("any"), Cancel)).ShouldBe(PasswordVerificationResult.Failed);
}
