namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Every setting of the service, each in one line.</summary>
/// <remarks>An unknown key in one of these sections stops the start. The table in docs/configuration.md has the same content.</remarks>
internal static class SettingCatalogue
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("BasePath", SettingKind.Path, "none", "a path in front of every address, for example `/unleash`"),
        new("PublicUrl", SettingKind.FilledText, "none", "the address that people and programs use, with its base path, for example `https://tokens.example.com/unleash`; see [operations](docs/operations.md#behind-a-proxy)"),
        new("ForwardedHeaders:KnownProxies:0", SettingKind.FilledText, "none", "addresses of proxies whose `X-Forwarded-*` headers count"),
        new("ForwardedHeaders:KnownNetworks:0", SettingKind.FilledText, "none", "networks of such proxies, for example `10.0.0.0/8`"),
        new("ForwardedHeaders:ForwardLimit", SettingKind.WholeNumber, "none", "the most proxies in a row that are followed; unset, all that are known"),
        new("Session:CookieName", SettingKind.FilledText, "`unleash-session`, or `__Host-unleash-session` where `PublicUrl` is `https` without a path", "the name of the session's cookie; another one beside Unleash on one host"),
        new("Session:ClearSiteData", SettingKind.Boolean, "`true`, below a path `false`", "`true`: signing out has the browser forget all that it holds of the host, other programs' cookies included"),
        new("Database:Provider", SettingKind.OneOf("Sqlite", "SqlServer"), "`Sqlite`", "`Sqlite` or `SqlServer`"),
        new("ConnectionStrings:UnleashPat", SettingKind.FilledText, "`Data Source=data/unleash-pat.db`", "where the database is; SQL Server has no default"),
        new("Database:MaxConnections", SettingKind.WholeNumber, "`10`, or `Max Pool Size`", "the most connections to SQL Server at once; see [SQL Server](docs/sql-server.md#connections)"),
        new("Database:VerificationConnections", SettingKind.WholeNumber, "`8`", "connections to SQL Server beside those, kept for verifying tokens and sessions"),
        new("Database:Create", SettingKind.Boolean, "`true`, on Azure SQL `false`", "whether a missing database is created; `--create-database` is the same as `true`, and also creates one where there was one before"),
        new("Database:MigrateOnStart", SettingKind.Boolean, "`true`", "`false`: only look whether the database is at this version, and refuse to serve where it is not; `dotnet Unleash.Pat.Api.dll migrate` migrates"),
        new("InitialAdmin:Username", SettingKind.FilledText, "`admin`", "the first administrator, created on an empty database"),
        new("InitialAdmin:Password", SettingKind.FilledText, "a random one", "its password; in Development `unleash4all`. A random one is shown in the terminal, or written to the file `initial-admin-password`"),
        new("AdminTokens:0", SettingKind.FilledText, "none", "admin tokens, `*:*.<random>` or `*.*.<name>`, with at least 22 characters in the last place, 6 of them different"),
        new("Pats:Enabled", SettingKind.Boolean, "`true`", "`false`: no token can be created or rotated; those that exist still work, and can be listed and revoked"),
        new("Pats:MaxPerUser", SettingKind.WholeNumber, "`10`", "tokens an account can hold, including expired ones; 1 to 1000"),
        new("Pats:DefaultLifetime", SettingKind.Duration, "`30.00:00:00`", "the lifetime of a token that names no expiry (days.hours:minutes:seconds); unset, at most `Pats:MaxLifetime`"),
        new("Pats:MaxLifetime", SettingKind.Duration, "none", "the longest lifetime"),
        new("Pats:RequireDescription", SettingKind.Boolean, "`false`", "`true`: a token must be given a description, as in Unleash"),
        new("Pats:TokensMayOutliveIssuer", SettingKind.Boolean, "`false`", "`true`: a token can create tokens that expire later than itself"),
        new("Pats:RotationOverlap", SettingKind.Duration, "`00:00:00`", "for how long the former secret of a rotated token still works, where the request does not say; at most 7 days"),
        new("Pats:RevokeUnusedAfter", SettingKind.Duration, "none", "a token that was not used for so long is revoked; one that never was counts from its creation"),
        new("Pats:DeleteExpiredAfter", SettingKind.Duration, "none", "expired tokens are deleted so long after their expiry; unset, they stay until their accounts delete them"),
        new("Pats:Scopes:<name>", SettingKind.Text, "none", "what a scope is for; where some are named, tokens can have those, `api:read` and `api:write`, and no others. In environment variables `Pats:Scopes:0:Name` and `Pats:Scopes:0:Description`; see [scopes](docs/configuration.md#scopes)"),
        new("Pats:ExpiryNotificationDays:0", SettingKind.WholeNumber, "`14`, `3`", "days before expiry at which `expires-soon` is shown; 1 to 3650"),
        new("Events:KeepFor", SettingKind.Duration, "none", "for how long events are kept, at least 30 days; unset, for ever"),
        new("Sessions:KeepExpiredFor", SettingKind.Duration, "`1.00:00:00`", "for how long an expired session and its address are kept"),
        new("Authentication:Demo", SettingKind.Boolean, "`false`", "`true`: anyone signs in with an e-mail address alone, to accounts that have no password"),
        new("RateLimiting:LoginPerMinute", SettingKind.WholeNumber, "`10`", "sign-ins a minute from one address; 1 or more"),
        new("RateLimiting:PasswordLinkPerMinute", SettingKind.WholeNumber, "`30`", "uses of links to set a password a minute from one address; 1 or more"),
        new("RateLimiting:RevokePerMinute", SettingKind.WholeNumber, "`60`", "requests to revoke a presented token a minute from one address; 1 or more"),
        new("Telemetry:PrometheusUrl", SettingKind.FilledText, "none", "where Prometheus can fetch metrics, at `/metrics`, without an account: an address to listen at that only Prometheus reaches, for example `http://localhost:9464`; see [telemetry](docs/configuration.md#telemetry)"),
        new("AutoMapper:LicenseKey", SettingKind.Text, "none", "see [Licences](#licences)"),
    ];
}
