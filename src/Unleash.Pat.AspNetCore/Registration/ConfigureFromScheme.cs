using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.AspNetCore.Registration;

/// <summary>Takes the settings of <c>Authentication:Schemes:&lt;name&gt;</c>, as ASP.NET Core's own schemes do.</summary>
internal sealed class ConfigureFromScheme(IAuthenticationConfigurationProvider configuration) : IConfigureNamedOptions<UnleashPatOptions>
{
    public void Configure(string? name, UnleashPatOptions options)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        // A misspelt name stops the start: else the setting would silently have its default.
        var settings = new SchemeSettings();
        configuration.GetSchemeConfiguration(name).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
        settings.ApplyTo(options);
    }

    public void Configure(UnleashPatOptions options) => Configure(Options.DefaultName, options);
}
