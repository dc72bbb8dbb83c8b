using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Sessions;

/// <summary>An e-mail address, which is all that demo sign-in asks for.</summary>
public sealed record DemoLoginRequest : IJsonContract<DemoLoginRequest>
{
    /// <summary>The address; its user is made on first sight.</summary>
    /// <example>ada@example.com</example>
    public required string Email { get; init; }

    /// <inheritdoc />
    public static DemoLoginRequest Read(SchemaReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new() { Email = reader.RequiredString("email") };
    }
}
