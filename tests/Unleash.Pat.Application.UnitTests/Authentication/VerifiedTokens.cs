using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.UnitTests.Authentication.Revocations;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>A node that verifies tokens: its memory, and the database that it reads.</summary>
internal sealed class VerifiedTokens : IDisposable
{
    public VerifiedTokens(TimeSpan commitDelay = default)
    {
        Revocations = new StoredRevocations(commitDelay);
        Verifiers = new TokenVerifiers(Personal, Admin, Mock.Of<IRejectedUseStore>(), new RecentAccounts(Time), Time);
        Trust = new MemoryTrust(Time);
        Authenticator = new TokenAuthenticator(Verifiers, Trust, new VerificationMetrics(Meters), Time);
        Feed = new RevocationFeed(Verifiers, Trust, Revocations, Time);
    }

    /// <summary>Makes the node's meter.</summary>
    public TestMeters Meters { get; } = new();

    public SteppingTime Time { get; } = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public StoredTokens Personal { get; } = new();

    public StoredTokens Admin { get; } = new();

    public StoredRevocations Revocations { get; }

    public TokenVerifiers Verifiers { get; }

    public MemoryTrust Trust { get; }

    public TokenAuthenticator Authenticator { get; }

    public RevocationFeed Feed { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Stores a token of an account.</summary>
    /// <returns>Its secret.</returns>
    public string Store(long id, long userId)
    {
        var secret = TokenSecret.Generate();
        Personal.Add(secret, id, new Caller(userId, $"user {userId}", RootRole.Viewer));
        return secret.Reveal();
    }

    /// <summary>Stores an admin token that an account answers for.</summary>
    /// <returns>Its secret.</returns>
    public string StoreAdmin(long id, long creatorId)
    {
        var secret = TokenSecret.GenerateAdmin();
        Admin.Add(secret, id, Caller.OfAdminToken("ci", new AuthenticatingToken(id, DateTimeOffset.MaxValue, creatorId)));
        return secret.Reveal();
    }

    public async Task<bool> IsAcceptedAsync(string secret) =>
        (await Authenticator.AuthenticateAsync(secret.AsMemory(), null, Cancel)).Caller is not null;

    public Task ReadRevocationsAsync() => Feed.ReadAsync(Cancel);

    /// <summary>Waits until so many reads of personal tokens have begun.</summary>
    public async Task ReadsAsync(int count)
    {
        while (Personal.Reads < count)
        {
            await Task.Delay(1, Cancel);
        }
    }

    public void Dispose()
    {
        Verifiers.Dispose();
        Meters.Dispose();
    }
}
