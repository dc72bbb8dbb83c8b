namespace Unleash.Pat.Application.UnitTests.Support;

/// <summary>Expects a refusal of a kind.</summary>
internal static class Refusal
{
    public static async Task<RefusedException> ThrowAsync(ErrorKind kind, Func<Task> act)
    {
        var refusal = await Should.ThrowAsync<RefusedException>(act);
        refusal.Kind.ShouldBe(kind, refusal.Message);
        return refusal;
    }

    public static RefusedException Throw(ErrorKind kind, Action act)
    {
        var refusal = Should.Throw<RefusedException>(act);
        refusal.Kind.ShouldBe(kind, refusal.Message);
        return refusal;
    }
}
