using System.Globalization;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.About;

/// <summary>A description of the service, in words. Nothing in it is secret.</summary>
internal static class InstanceFacts
{
    /// <summary>The facts that the account may see.</summary>
    /// <param name="installation">What the service runs on; <see langword="null"/> for accounts that may not see it.</param>
    public static IReadOnlyList<FactGroup> Of(SessionState session, Installation? installation) =>
        [new("Unleash.Pat", [.. Service(session, installation)]), new("Rules for tokens", Rules(TokenPolicy.From(session)))];

    /// <summary>The facts as lines, for the report of a bug.</summary>
    public static string ToText(IEnumerable<FactGroup> groups) =>
        string.Join('\n', groups.SelectMany(group => group.Facts).Select(fact => $"{fact.Label}: {fact.Text}"));

    private static IEnumerable<(string Label, string Text)> Service(SessionState session, Installation? installation)
    {
        yield return ("Version", installation?.Version ?? session.Configuration?.Version ?? "Unknown");
        yield return ("Signing in", session.IsDemoInstance ? "Demo: an e-mail address alone, or a password" : "Username or e-mail address, and password");
        if (installation is not null)
        {
            yield return ("Database", installation.DatabaseProvider == "SqlServer" ? "SQL Server" : "SQLite");
            yield return ("Runtime", installation.Runtime);
            yield return ("Operating system", installation.OperatingSystem);
            yield return ("Instance", installation.InstanceId);
        }
    }

    private static List<(string Label, string Text)> Rules(TokenPolicy policy) =>
    [
        ("Creating tokens", policy.IsEnabled ? "Possible" : "Switched off"),
        ("Tokens of an account", policy.MaxPerUser is { } most ? string.Create(CultureInfo.InvariantCulture, $"At most {most:N0}") : "No limit"),
        ("Lifetime", Lifetime(policy)),
        ("Description", policy.RequiresDescription ? "Required" : "Optional"),
        ("Scopes", policy.Scopes.Count == 0 ? "Any" : string.Join(", ", policy.Scopes.Select(scope => scope.Name))),
        ("Rotation", policy.RotationOverlap > TimeSpan.Zero ? $"The old secret works for {ExpiryChoice.FormatLifetime(policy.RotationOverlap)}, unless another time is chosen" : "The old secret stops working at once, unless another time is chosen"),
        ("Unused tokens", policy.RevokeUnusedAfter is { } unused ? $"Revoked after {ExpiryChoice.FormatLifetime(unused)} without a use" : "Kept"),
        ("Expired tokens", policy.DeleteExpiredAfter is { } expired ? $"Deleted {ExpiryChoice.FormatLifetime(expired)} after they expire" : "Kept"),
    ];

    private static string Lifetime(TokenPolicy policy) =>
        $"{policy.Default.Label} by default, {(policy.MaxLifetime is { } longest ? $"at most {ExpiryChoice.FormatLifetime(longest)}" : "no limit")}";
}
