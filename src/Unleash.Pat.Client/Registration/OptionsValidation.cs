using Microsoft.Extensions.Options;

namespace Unleash.Pat.Client;

/// <summary>Says at the start what would fail at the first request.</summary>
internal sealed class OptionsValidation : IValidateOptions<UnleashPatClientOptions>
{
    public ValidateOptionsResult Validate(string? name, UnleashPatClientOptions options)
    {
        string?[] faults =
        [
            Named(nameof(options.BaseAddress), ServiceAddress.Fault(options.BaseAddress)),
            Named(nameof(options.Token), TokenFault(options.Token)),
            Named(nameof(options.UserAgent), UserAgentFault(options.UserAgent)),
        ];
        var found = faults.OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);

        string? Named(string property, string? fault) => fault is null
            ? null
            : $"{nameof(UnleashPatClientOptions)}.{property}{(string.IsNullOrEmpty(name) ? "" : $" of the client \"{name}\"")} {fault}";
    }

    // The value itself is a secret.
    private static string? TokenFault(string? token) =>
        token?.Trim().All(character => character is > ' ' and <= '~') is false
            ? "must have no white space and only ASCII characters."
            : null;

    private static string? UserAgentFault(string? userAgent)
    {
        using var request = new HttpRequestMessage();
        return string.IsNullOrEmpty(userAgent) || request.Headers.UserAgent.TryParseAdd(userAgent)
            ? null
            : $"must be a product as HTTP has it, for example my-app/1.2. It is \"{userAgent}\".";
    }
}
