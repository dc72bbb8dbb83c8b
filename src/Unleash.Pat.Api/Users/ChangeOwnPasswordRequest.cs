using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A new password for one's own account.</summary>
public sealed record ChangeOwnPasswordRequest : IJsonContract<ChangeOwnPasswordRequest>
{
    /// <inheritdoc />
    public static bool IsSensitive => true;

    /// <summary>The password until now.</summary>
    public required Password OldPassword { get; init; }

    /// <summary>The new password.</summary>
    public required Password Password { get; init; }

    /// <summary>The new password once more.</summary>
    public required Password ConfirmPassword { get; init; }

    /// <inheritdoc />
    public static ChangeOwnPasswordRequest Read(SchemaReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new()
        {
            OldPassword = new Password(reader.RequiredString("oldPassword")),
            Password = new Password(reader.RequiredString("password")),
            ConfirmPassword = new Password(reader.RequiredString("confirmPassword")),
        };
    }
}
