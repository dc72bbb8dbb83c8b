using Microsoft.Extensions.Options;

namespace Unleash.Pat.AspNetCore.Registration;

/// <summary>Says at the start what would fail at the first request.</summary>
internal sealed class OptionsValidation : IValidateOptions<UnleashPatOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTrust = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, UnleashPatOptions options)
    {
        string?[] faults =
        [
            Named(nameof(options.Authority), AuthorityFault(options)),
            Named(nameof(options.ClientId), string.IsNullOrWhiteSpace(options.ClientId) ? "is required: the username of a service account." : null),
            Named(nameof(options.ClientSecret), SecretFault(options.ClientSecret)),
            Named(nameof(options.RememberFor), SpanFault(options.RememberFor, TimeSpan.Zero, LongestMemory)),
            Named(nameof(options.MaxRemembered), options.MaxRemembered < 1 ? $"must be at least 1. It is {options.MaxRemembered}." : null),
            Named(nameof(options.WhenUnreachable), Enum.IsDefined(options.WhenUnreachable) ? null : "must be Refuse or TrustRemembered."),
            Named(nameof(options.TrustFor), SpanFault(options.TrustFor, TimeSpan.Zero, LongestTrust)),
            Named(nameof(options.BackchannelTimeout), SpanFault(options.BackchannelTimeout, TimeSpan.FromMilliseconds(1), LongestTimeout)),
            Named(nameof(options.NameClaimType), string.IsNullOrEmpty(options.NameClaimType) ? "must be the type of a claim." : null),
        ];
        var found = faults.OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);

        string? Named(string property, string? fault) => fault is null ? null : $"{property} of the authentication scheme \"{name}\" {fault}";
    }

    private static string? AuthorityFault(UnleashPatOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Authority))
        {
            return "is required: the address of Unleash.Pat, for example https://tokens.example.com.";
        }

        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address))
        {
            return "must be an absolute https address.";
        }

        // The text itself is not shown: what comes before the @ is a secret.
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return "must have no user, no query and no fragment.";
        }

        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        {
            return $"must be an https address. It is \"{options.Authority}\".";
        }

        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback || !options.RequireHttpsMetadata
            ? null
            : $"must be https, because every token is sent there. It is \"{options.Authority}\". "
                + $"Set {nameof(options.RequireHttpsMetadata)} to false where the network between is your own.";
    }

    // The value is a secret.
    private static string? SecretFault(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            return "is required: a token of the service account.";
        }

        return secret.Any(char.IsWhiteSpace) ? "must have no white space, and no line end." : null;
    }

    private static string? SpanFault(TimeSpan span, TimeSpan least, TimeSpan most) =>
        span < least || span > most ? $"must be from {least} to {most}. It is {span}." : null;
}
