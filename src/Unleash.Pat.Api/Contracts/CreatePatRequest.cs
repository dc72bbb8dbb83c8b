using Unleash.Pat.Api.Json;

namespace Unleash.Pat.Api.Contracts;

/// <summary>What a new token is asked to be; everything else in the body is ignored (contract section 1.1).</summary>
public sealed record CreatePatRequest : IJsonContract<CreatePatRequest>
{
    /// <summary>What its holder calls it: 1 to 255 characters, unique within the account.</summary>
    public string? Description { get; init; }

    /// <summary>The token's expiration date.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <inheritdoc />
    public static CreatePatRequest Read(SchemaReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new()
        {
            Description = reader.OptionalString("description"),
            ExpiresAt = reader.OptionalInstant("expiresAt"),
        };
    }
}
