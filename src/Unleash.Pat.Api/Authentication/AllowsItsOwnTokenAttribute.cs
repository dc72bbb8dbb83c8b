using System.Globalization;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Lets a token use an endpoint on itself, whatever its scopes are: its <c>{id}</c>, or <see cref="Current"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowsItsOwnTokenAttribute : Attribute
{
    /// <summary>The token that authenticates the request, in place of its id.</summary>
    public const string Current = "current";

    private const string Parameter = "id";

    /// <summary>Whether a request is about the token that authenticates it.</summary>
    public static bool IsItsOwn(HttpRequest request, AuthenticatingToken token) =>
        request.RouteValues[Parameter] is string id
        && (id == Current || (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == token.Id));
}
