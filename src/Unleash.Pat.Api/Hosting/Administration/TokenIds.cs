using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>Tokens that were named by their ids, some of which may not exist.</summary>
internal static class TokenIds
{
    /// <summary>Changes each token. One that does not exist does not keep the others from being changed.</summary>
    /// <returns>The ids that do not exist.</returns>
    public static async Task<List<long>> ForEachAsync(long[] ids, Func<long, Task> change)
    {
        var unknown = new List<long>();
        foreach (var id in ids)
        {
            try
            {
                await change(id);
            }
            catch (RefusedException refused) when (refused.Kind == ErrorKind.NotFoundError)
            {
                unknown.Add(id);
            }
        }

        return unknown;
    }

    /// <exception cref="StartupException">An id does not exist.</exception>
    public static void ThrowIfAny(List<long> unknown, int changed, string done)
    {
        if (unknown.Count > 0)
        {
            throw new StartupException(
                $"There is no token with the id {string.Join(", ", unknown)}; {(changed == 0 ? $"nothing was {done}" : $"the others are {done}")}.");
        }
    }
}
