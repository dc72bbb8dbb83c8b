using System.Globalization;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Lets a token use an endpoint on itself, whatever its scopes are: the token that its <c>{id}</c> names.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowsItsOwnTokenAttribute : Attribute
{
    private const string Parameter = "id";

    /// <summary>Whether a request is about the token that authenticates it.</summary>
    public static bool IsItsOwn(HttpRequest request, AuthenticatingToken token) =>
        request.RouteValues[Parameter] is string id
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number == token.Id;
}
