using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>The keys of <c>Events:ChainKeys</c>.</summary>
internal sealed class ChainKeys
{
    /// <summary>The last entry, where the log began without a key.</summary>
    public const string NoneBefore = "none";

    private readonly IReadOnlyList<ChainKey> _keys;

    public ChainKeys(IOptions<EventOptions> options)
    {
        var entries = options.Value.ChainKeys;
        _keys = [.. entries.Where(entry => entry != NoneBefore).Select(entry => ChainKey.Parse(entry)!)];
        AllowsNone = _keys.Count == 0 || entries.Contains(NoneBefore);
    }

    /// <summary>The key that makes what is new.</summary>
    public ChainKey Current => _keys is [var newest, ..] ? newest : ChainKey.None;

    /// <summary>Whether what was made without a key is accepted now.</summary>
    public bool AllowsNone { get; }

    /// <summary>The key with an id; <see langword="null"/> where it is not configured.</summary>
    public ChainKey? Find(uint id) => id == ChainKey.None.Id ? ChainKey.None : _keys.FirstOrDefault(key => key.Id == id);
}

internal sealed class ChainKeysValidator : IValidateOptions<EventOptions>
{
    // Threat: a value can be a secret, so it is not repeated.
    public ValidateOptionsResult Validate(string? name, EventOptions options)
    {
        var keys = options.ChainKeys;
        for (var index = 0; index < keys.Count; index++)
        {
            if (keys[index] == ChainKeys.NoneBefore ? index == 0 || index < keys.Count - 1 : ChainKey.Parse(keys[index]) is null)
            {
                return ValidateOptionsResult.Fail(
                    $"Events:ChainKeys:{index} must be at least {ChainKey.MinLength} bytes in base64, for example what "
                    + $"\"openssl rand -base64 32\" prints. Only the last of several keys may be {ChainKeys.NoneBefore}: the log began without a key.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
