using System.Security.Claims;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Reads who signs in from the claims of the ID token and of the provider's user information.</summary>
internal static class ClaimMapping
{
    private const string EmailVerified = "email_verified";

    // Entra ID's, for an address of a domain that belongs to the directory; it does not send the standard claim.
    private const string DomainOwnerVerified = "xms_edov";

    /// <param name="principal">One identity for each source, the ID token's first.</param>
    /// <returns><see langword="null"/> where the person has no id that can be stored.</returns>
    public static ProviderPerson? Read(ClaimsPrincipal principal, ProviderSettings settings)
    {
        var identity = new ProviderIdentity(Find(principal, "iss") ?? "", Find(principal, "sub") ?? "");
        return identity.IsValid
            ? new ProviderPerson(
                identity,
                EmailOf(principal, settings.EmailClaim),
                UsernameOf(Find(principal, "preferred_username")),
                NameOf(Find(principal, settings.NameClaim)),
                RoleOf(principal, settings))
            : null;
    }

    // The ID token takes precedence.
    private static string? Find(ClaimsPrincipal principal, string type) => principal.FindFirst(type)?.Value;

    // Threat: an address of one source with the word of another that it is verified.
    private static string? EmailOf(ClaimsPrincipal principal, string type) =>
        principal.Identities.FirstOrDefault(source => source.FindFirst(type) is not null) is { } source
        && (IsTrue(source, EmailVerified) || IsTrue(source, DomainOwnerVerified))
        && source.FindFirst(type)!.Value is var email
        && !AccountName.IsTooLong(email)
        && AccountName.IsEmailAddress(email)
            ? AccountName.Address(email)
            : null;

    private static bool IsTrue(ClaimsIdentity source, string type) =>
        source.FindFirst(type)?.Value is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    private static string? UsernameOf(string? text) =>
        text is not null && !AccountName.IsTooLong(text) && AccountName.IsUsername(text) ? Username.Prepare(text) : null;

    private static string? NameOf(string? text) =>
        text is { Length: <= AccountName.MaxLength }
        && DisplayName.HidesNothing(text)
        && DisplayName.Prepare(text) is { Length: > 0 and <= AccountName.MaxLength } name
            ? name
            : null;

    // Of several mapped values the one that may do most counts, whatever their order.
    private static RootRole? RoleOf(ClaimsPrincipal principal, ProviderSettings settings) =>
        principal.FindAll(settings.RoleClaim)
            .Select(claim => settings.Roles.GetValueOrDefault(claim.Value))
            .OfType<RootRole>()
            .MinBy(role => role.Id)
        ?? settings.DefaultRole;
}
