using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>A username/password login request.</summary>
public sealed record LoginRequest : IJsonContract<LoginRequest>
{
    /// <inheritdoc />
    public static bool IsSensitive => true;

    /// <summary>The username, or the e-mail address in any case.</summary>
    /// <example>admin</example>
    public required string Username { get; init; }

    /// <summary>The password of the user trying to log in.</summary>
    /// <example>hunter2</example>
    public required Password Password { get; init; }

    /// <inheritdoc />
    public static LoginRequest Read(SchemaReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new()
        {
            Username = reader.RequiredString("username"),
            Password = new Password(reader.RequiredString("password")),
        };
    }
}
