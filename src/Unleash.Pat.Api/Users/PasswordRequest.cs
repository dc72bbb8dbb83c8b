using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A password for somebody else's account, or one to be looked at.</summary>
public sealed record PasswordRequest : IJsonContract<PasswordRequest>
{
    /// <inheritdoc />
    public static bool IsSensitive => true;

    /// <summary>The password.</summary>
    public required Password Password { get; init; }

    /// <inheritdoc />
    public static PasswordRequest Read(SchemaReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new()
        {
            Password = new Password(reader.RequiredString("password")),
        };
    }
}
