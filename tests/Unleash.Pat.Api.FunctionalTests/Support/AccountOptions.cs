using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>An account to be made, straight into the database.</summary>
public sealed record AccountOptions
{
    public RootRole Role { get; init; } = RootRole.Editor;

    public string Email { get; init; } = $"{Guid.NewGuid():N}@example.com";

    public string? Username { get; init; }

    public string? Name { get; init; }

    /// <summary>Its password; an account without one signs in by its e-mail address alone.</summary>
    public string? Password { get; init; }

    public async Task<TestAccount> CreateAsync(IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var hash = Password is null
            ? null
            : await services.GetRequiredService<IPasswordHasher>().HashAsync(new Password(Password), TestContext.Current.CancellationToken);
        var result = await services.GetRequiredService<IUserRepository>().CreateAsync(
            new NewUser(AccountType.User, Username, Email, Name, Role, hash, now),
            AuditStamp.BySystem(EventType.UserCreated, now),
            TestContext.Current.CancellationToken);
        return new TestAccount(result.Value.ShouldNotBeNull().Id, Email, null!);
    }
}
