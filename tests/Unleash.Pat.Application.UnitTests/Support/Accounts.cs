using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Support;

internal static class Accounts
{
    public static readonly User Ann = new(
        7,
        AccountType.User,
        "ann",
        "ann@example.com",
        "Ann",
        RootRole.Viewer,
        LoginAttempts: 3,
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        SeenAt: null);
}
