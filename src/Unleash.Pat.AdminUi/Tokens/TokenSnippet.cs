namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>A text with a token in it, to paste into a shell or a program.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="What">Names it after "Copy".</param>
/// <param name="IsCommand">Whether it is typed into a shell.</param>
public sealed record TokenSnippet(string Name, string What, string Text, bool IsCommand = true)
{
    private const string Variable = "UNLEASH_TOKEN";

    /// <summary>The snippets for a token.</summary>
    /// <param name="address">The service's address, with its base path and a slash at the end.</param>
    /// <param name="request">A first request with the token.</param>
    public static IReadOnlyList<TokenSnippet> All(string secret, string address, SnippetRequest request) =>
    [
        new("curl", "command", $"curl -H {Posix($"Authorization: {secret}")} \\\n  {Posix(address + request.Path)}"),
        new("C#", "code", CSharp(secret, address, request), IsCommand: false),
        new("Bash", "command", $"export {Variable}={Posix(secret)}"),
        new("PowerShell", "command", $"$env:{Variable} = {PowerShell(secret)}"),
        new("GitHub Actions", "command", $"gh secret set {Variable} --body {Posix(secret)}"),
    ];

    private static string CSharp(string secret, string address, SnippetRequest request) => $$"""
        using Unleash.Pat.Client;

        var http = new HttpClient { BaseAddress = new Uri({{CSharp(address)}}) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", {{CSharp(secret)}});
        var unleash = new UnleashPatClient(http);
        {{request.CSharp}}
        """;

    // Threat: the user pastes this into a shell, so a quotation mark in the address must not end the argument.
    private static string Posix(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string PowerShell(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string CSharp(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
