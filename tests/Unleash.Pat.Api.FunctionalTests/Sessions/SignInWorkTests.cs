using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: one duration for an unknown user and a wrong password, so one amount of work.</summary>
public abstract class SignInWorkTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("known")]
    [InlineData("passwordless")]
    [InlineData("unknown")]
    public async Task A_password_is_hashed_once_for_any_name(string username)
    {
        var hashing = new CountedHashing();
        var service = await StartAsync(new ServiceOptions { Services = services => services.AddSingleton<IPasswordHasher>(hashing) });
        await new AccountOptions { Username = "known", Password = "right" }.CreateAsync(service.Services);
        await new AccountOptions { Username = "passwordless" }.CreateAsync(service.Services);

        (await service.Anonymous.TrySignInAsync(username, "wrong")).ShouldBeError(401, "PasswordMismatch");

        hashing.Verifications.ShouldBe(1);
    }

    private sealed class CountedHashing : IPasswordHasher
    {
        public int Verifications { get; private set; }

        public Task<string> HashAsync(Password password, CancellationToken cancellationToken) => Task.FromResult(password.Reveal());

        public Task<PasswordVerificationResult> VerifyAsync(string? hash, Password password, CancellationToken cancellationToken)
        {
            Verifications++;
            return Task.FromResult(hash == password.Reveal() ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed);
        }
    }
}
