using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>Whose account it is. A newer service may know others than those named here.</summary>
[JsonConverter(typeof(ExtensibleTextConverter<AccountType>))]
public readonly record struct AccountType : IExtensibleText<AccountType>
{
    private readonly string? _value;

    /// <summary>Makes a type of the service's word for it.</summary>
    /// <param name="value">The word.</param>
    public AccountType(string value) => _value = value;

    /// <summary>A user.</summary>
    public static AccountType User { get; } = new("User");

    /// <summary>A program's account.</summary>
    public static AccountType ServiceAccount { get; } = new("Service Account");

    /// <summary>The service's word for it.</summary>
    public string Value => _value ?? "";

    static AccountType IExtensibleText<AccountType>.Of(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
