using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>The addresses of links to set a password, which are pages of Unleash's admin UI and of the service's own.</summary>
internal static class PasswordLinkAddress
{
    public const string InvitationPage = "/new-user";
    public const string ResetPage = "/reset-password";

    public static string OfInvitation(HttpRequest request, PasswordLinkToken token) => Of(request, InvitationPage, token);

    public static string OfReset(HttpRequest request, PasswordLinkToken token) => Of(request, ResetPage, token);

    private static string Of(HttpRequest request, string page, PasswordLinkToken token) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}{page}?token={token.Reveal()}";
}
