using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>The section <c>Authentication:OpenIdConnect</c> (docs/openid-connect.md).</summary>
public sealed class ProviderSettings
{
    internal const string Section = "Authentication:OpenIdConnect";

    private static readonly char[] Separators = [' ', ','];

    /// <summary>The provider's issuer address; <see langword="null"/>: nobody signs in by a provider.</summary>
    public Uri? Authority { get; private init; }

    /// <summary>Whether people sign in by the provider.</summary>
    public bool IsEnabled => Authority is not null;

    public string ClientId { get; private init; } = "";

    /// <summary>The secret; <see langword="null"/> for a client that the provider knows as a public one.</summary>
    public string? ClientSecret { get; private init; }

    /// <summary>The provider's name on the sign-in page.</summary>
    public string DisplayName { get; private init; } = "";

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    public string NameClaim { get; private init; } = "";

    public string EmailClaim { get; private init; } = "";

    public string RoleClaim { get; private init; } = "";

    /// <summary>The role of each value of the claim.</summary>
    /// <remarks>Compared case by case: a provider can have two groups that differ in case alone.</remarks>
    public IReadOnlyDictionary<string, RootRole> Roles { get; private init; } = new Dictionary<string, RootRole>();

    /// <summary>The role without a mapped value; <see langword="null"/>: such a person does not get in.</summary>
    public RootRole? DefaultRole { get; private init; }

    /// <summary>Whether a person without an account gets one.</summary>
    public bool CreateUsers { get; private init; } = true;

    /// <exception cref="StartupException">A value cannot be used.</exception>
    internal static ProviderSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Authority"] is not { } authority)
        {
            return section.GetChildren().FirstOrDefault() is { } other
                ? throw new StartupException($"{other.Path} is set, but {Section}:Authority, which switches it on, is not.")
                : new ProviderSettings();
        }

        var address = ReadAuthority(authority);
        return new ProviderSettings
        {
            Authority = address,
            ClientId = section["ClientId"] is { Length: > 0 } id
                ? id
                : throw new StartupException($"{Section}:ClientId must be set: the id that the provider has given this service."),
            ClientSecret = section["ClientSecret"],
            DisplayName = section["DisplayName"] ?? address.Host,
            Scopes = ReadScopes(section["Scopes"]),
            NameClaim = section["NameClaim"] ?? "name",
            EmailClaim = section["EmailClaim"] ?? "email",
            RoleClaim = section["RoleClaim"] ?? "roles",
            Roles = section.GetSection("Roles").GetChildren().ToDictionary(role => role.Key, ReadRole, StringComparer.Ordinal),
            DefaultRole = section.GetSection("DefaultRole") is { Value: not null } role ? ReadRole(role) : null,
            CreateUsers = section.GetValue("CreateUsers", defaultValue: true),
        };
    }

    // Threat: anyone who answers in place of the provider signs anyone in. Only a provider on this machine needs no TLS.
    private static Uri ReadAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? address
            : throw new StartupException(
                $"{Section}:Authority must be the provider's issuer address, for example https://id.example.com/realms/main; http is accepted on this machine only.");

    private static IReadOnlyList<string> ReadScopes(string? text) =>
        [.. (text ?? "openid profile email").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct()];

    private static RootRole ReadRole(IConfigurationSection setting) =>
        RootRole.All.FirstOrDefault(role => role.Name.Equals(setting.Value, StringComparison.OrdinalIgnoreCase))
        ?? throw new StartupException($"{setting.Path} must be Admin, Editor or Viewer.");
}
