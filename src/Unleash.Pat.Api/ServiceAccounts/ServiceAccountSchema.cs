using System.Text.Json.Serialization;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>A service account, as Unleash has it.</summary>
public sealed record ServiceAccountSchema : UserIdentitySchema
{
    /// <summary>When the account was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The root role's id.</summary>
    public int RootRole { get; init; }

    /// <summary>Its tokens, by id, without their secrets.</summary>
    public IReadOnlyList<PatSchema> Tokens { get; init; } = [];

    /// <summary><c>false</c> while the account is switched off; absent otherwise.</summary>
    /// <example>false</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Enabled { get; init; }
}
