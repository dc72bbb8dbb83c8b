using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>A warning about a token's expiry. A newer service may know others than those named here.</summary>
[JsonConverter(typeof(ExtensibleTextConverter<ExpiryWarning>))]
public readonly record struct ExpiryWarning : IExtensibleText<ExpiryWarning>
{
    private readonly string? _value;

    /// <summary>Makes a warning of the service's word for it.</summary>
    /// <param name="value">The word.</param>
    public ExpiryWarning(string value) => _value = value;

    /// <summary>The token expires in the next days.</summary>
    public static ExpiryWarning ExpiresSoon { get; } = new("expires-soon");

    /// <summary>The token has expired.</summary>
    public static ExpiryWarning Expired { get; } = new("expired");

    /// <summary>The service's word for it.</summary>
    public string Value => _value ?? "";

    static ExpiryWarning IExtensibleText<ExpiryWarning>.Of(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
