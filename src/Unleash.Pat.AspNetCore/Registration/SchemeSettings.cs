namespace Unleash.Pat.AspNetCore.Registration;

/// <summary>The options that a configuration can set.</summary>
internal sealed class SchemeSettings
{
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public bool? RequireHttpsMetadata { get; set; }

    public TimeSpan? RememberFor { get; set; }

    public int? MaxRemembered { get; set; }

    public WhenUnreachable? WhenUnreachable { get; set; }

    public TimeSpan? TrustFor { get; set; }

    public TimeSpan? BackchannelTimeout { get; set; }

    public string? NameClaimType { get; set; }

    public string? ForwardDefault { get; set; }

    public string? ForwardAuthenticate { get; set; }

    public string? ForwardChallenge { get; set; }

    public string? ForwardForbid { get; set; }

    public void ApplyTo(UnleashPatOptions options)
    {
        options.Authority = Authority ?? options.Authority;
        options.ClientId = ClientId ?? options.ClientId;
        options.ClientSecret = ClientSecret ?? options.ClientSecret;
        options.RequireHttpsMetadata = RequireHttpsMetadata ?? options.RequireHttpsMetadata;
        options.RememberFor = RememberFor ?? options.RememberFor;
        options.MaxRemembered = MaxRemembered ?? options.MaxRemembered;
        options.WhenUnreachable = WhenUnreachable ?? options.WhenUnreachable;
        options.TrustFor = TrustFor ?? options.TrustFor;
        options.BackchannelTimeout = BackchannelTimeout ?? options.BackchannelTimeout;
        options.NameClaimType = NameClaimType ?? options.NameClaimType;
        options.ForwardDefault = ForwardDefault ?? options.ForwardDefault;
        options.ForwardAuthenticate = ForwardAuthenticate ?? options.ForwardAuthenticate;
        options.ForwardChallenge = ForwardChallenge ?? options.ForwardChallenge;
        options.ForwardForbid = ForwardForbid ?? options.ForwardForbid;
    }
}
