namespace Unleash.Pat.AspNetCore.UnitTests.Support;

internal static class Cancel
{
    public static CancellationToken Test => TestContext.Current.CancellationToken;
}
