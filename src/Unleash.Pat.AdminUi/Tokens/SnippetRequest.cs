namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>A request that shows whether a token works.</summary>
/// <param name="Path">The path, relative to the service's address.</param>
/// <param name="CSharp">The same with the client <c>unleash</c>.</param>
public sealed record SnippetRequest(string Path, string CSharp)
{
    /// <summary>Which account the token belongs to. Every personal access token may ask this, whatever its scopes are.</summary>
    public static SnippetRequest OwnAccount { get; } = new(
        "api/admin/user",
        """
        var account = await unleash.Account.GetAsync();
        Console.WriteLine(account.User.Username);
        """);

    /// <summary>The admin tokens; an admin token belongs to no account.</summary>
    public static SnippetRequest AdminTokens { get; } = new(
        "api/admin/api-tokens",
        """
        var tokens = await unleash.AdminTokens.ListAsync();
        Console.WriteLine(tokens.Count);
        """);
}
