using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Users;

/// <summary>A user that has just been created.</summary>
public sealed record UserCreatedSchema : UserAdminSchema
{
    /// <summary>Kept for Unleash's admin UI: <c>false</c>, for this service sends no mail.</summary>
    [JsonPropertyOrder(2)]
    public bool EmailSent { get; init; }

    /// <summary>Which user it is, without the link of the invitation.</summary>
    public override string ToString() => $"user {Id}";
}
