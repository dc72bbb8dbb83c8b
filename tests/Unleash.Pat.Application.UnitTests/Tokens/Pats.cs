using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

internal static class Pats
{
    public static readonly PersonalAccessToken OfAnn = new(
        5, 7, TokenDescription.Create("mine"), UseCases.Now.AddDays(-30), UseCases.Now.AddDays(60), UseCases.Now.AddDays(-1));
}
