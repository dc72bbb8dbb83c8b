using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.AdminTokens;

/// <summary>An admin token, without its secret; properties as in Unleash, and whether it is configured.</summary>
[AlsoDocuments(typeof(ApiTokenCreatedSchema), nameof(ApiTokenCreatedSchema.Secret))]
public record ApiTokenSchema
{
    /// <summary>The token's id; <c>null</c> for one from the configuration, which only the configuration removes.</summary>
    public long? Id { get; init; }

    /// <summary>The token's name.</summary>
    public string TokenName { get; init; } = "";

    /// <summary><c>admin</c></summary>
    public string Type { get; init; } = "admin";

    /// <summary><c>*</c>: an admin token has every project.</summary>
    public string Project { get; init; } = "*";

    /// <summary><c>*</c>: an admin token has every project.</summary>
    public IReadOnlyList<string> Projects { get; init; } = ["*"];

    /// <summary><c>*</c>: an admin token has every environment.</summary>
    public string Environment { get; init; } = "*";

    /// <summary>When the token expires; <c>null</c> if it never does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was created; <c>null</c> for one from the configuration.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last used; <c>null</c> where it never was.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Kept for Unleash's admin UI: <c>null</c>.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether the stored form holds no secret: <c>true</c>.</summary>
    public bool Secure { get; init; } = true;

    /// <summary>Whether it comes from the configuration.</summary>
    public bool Configured { get; init; }

    /// <summary>
    /// The account that created it or took it over, and with which it ends; left out where a token of the configuration
    /// created it, or a version that kept no account of it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiTokenCreatorSchema? CreatedBy { get; init; }
}

/// <summary>An admin token in the only response that contains its secret.</summary>
public sealed record ApiTokenCreatedSchema : ApiTokenSchema
{
    /// <summary>The token used for authentication. Only the response to its creation contains it.</summary>
    [JsonPropertyOrder(1)]
    public string Secret { get; init; } = "";

    /// <summary>Which token it is, and no secret.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => $"admin token {Id}";
}

/// <summary>All admin tokens.</summary>
/// <param name="Tokens">Those of the configuration, then the created ones by id.</param>
public sealed record ApiTokensSchema(IReadOnlyList<ApiTokenSchema> Tokens);

/// <summary>The account that answers for an admin token; absent values are left out.</summary>
public sealed record ApiTokenCreatorSchema
{
    /// <summary>The account's id.</summary>
    /// <example>1</example>
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    /// <example>ada</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    /// <example>Ada Lovelace</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    /// <example>ada@example.com</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }
}
