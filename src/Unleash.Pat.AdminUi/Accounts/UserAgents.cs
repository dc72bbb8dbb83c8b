namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>What a browser calls itself, in two words: enough to tell one's own sessions apart, and no proof of anything.</summary>
internal static class UserAgents
{
    // In this order, because most name others besides themselves.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
        ("Unleash.Pat.Client/", "Unleash.Pat.Client"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>For example <c>Firefox on Windows</c>; what is not known is given as it is.</summary>
    public static string Describe(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return "Unknown browser";
        }

        return (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            ({ } browser, null) => browser,
            _ => userAgent,
        };
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
