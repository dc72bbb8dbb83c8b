namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>A token with the form of a real one, and what introspection says of it.</summary>
/// <param name="Number">Its id.</param>
public sealed record TestToken(int Number)
{
    public string Text { get; init; } = $"user:v2_{Number:D22}_{Guid.NewGuid():N}{Guid.NewGuid():N}"[..74];

    public string Id => $"{Number}";

    public string Account { get; init; } = $"{1000 + Number}";

    public string? Scope { get; init; } = "deploy:read deploy:write";

    public DateTimeOffset ExpiresAt { get; init; } = Package.Now.AddDays(30);

    public string Json => $$"""
        {"active":true,"token_type":"Bearer","sub":"{{Account}}","username":"alice","jti":"{{Id}}","iat":1767225600,
        "exp":{{ExpiresAt.ToUnixTimeSeconds()}},"iss":"https://tokens.example.com",{{ScopeJson}}"account_type":"User",
        "name":"Alice Liddell","email":"alice@example.com","root_role":"Viewer"}
        """;

    private string ScopeJson => Scope is null ? "\"unrestricted\":true," : $"\"scope\":\"{Scope}\",";
}
