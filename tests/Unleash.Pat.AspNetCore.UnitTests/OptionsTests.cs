using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>Settings that cannot work stop the start.</summary>
public sealed class OptionsTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["Authority"] = "https://tokens.example.com/base",
        ["ClientId"] = "deploy-service",
        ["ClientSecret"] = "user:v2_secret",
    };

    [Theory]
    [InlineData("Authority", null, "Authority of the authentication scheme \"UnleashPat\" is required")]
    [InlineData("Authority", "tokens", "must be an absolute https address")]
    [InlineData("Authority", "ftp://tokens.example.com", "must be an https address")]
    [InlineData("Authority", "http://tokens.example.com", "must be https, because every token is sent there")]
    [InlineData("Authority", "https://user:hidden@tokens.example.com", "must have no user")]
    [InlineData("Authority", "https://tokens.example.com?a=b", "no query")]
    [InlineData("ClientId", " ", "ClientId of the authentication scheme \"UnleashPat\" is required")]
    [InlineData("ClientSecret", null, "ClientSecret of the authentication scheme \"UnleashPat\" is required")]
    [InlineData("ClientSecret", "hidden\n", "must have no white space")]
    [InlineData("RememberFor", "-00:00:01", "RememberFor of the authentication scheme \"UnleashPat\" must be from 00:00:00")]
    [InlineData("MaxRemembered", "0", "must be at least 1")]
    [InlineData("WhenUnreachable", "7", "must be Refuse or TrustRemembered")]
    [InlineData("TrustFor", "1.00:00:01", "must be from 00:00:00 to 1.00:00:00")]
    [InlineData("BackchannelTimeout", "00:00:00", "BackchannelTimeout")]
    [InlineData("NameClaimType", "", "NameClaimType")]
    public async Task A_wrong_value_is_named(string setting, string? value, string message)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(setting, value));

        fault.Message.ShouldContain(message);
        fault.Message.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task A_misspelt_name_is_named()
    {
        var fault = await Should.ThrowAsync<InvalidOperationException>(() => StartAsync("RemeberFor", "00:01:00"));

        fault.Message.ShouldContain("RemeberFor");
    }

    [Theory]
    [InlineData("Authority", "http://localhost:4242")]
    [InlineData("Authority", "http://[::1]:4242/base/")]
    [InlineData("RememberFor", "00:00:00")]
    public async Task A_right_value_is_taken(string setting, string value)
    {
        await using var app = await StartAsync(setting, value);
    }

    [Fact]
    public async Task Plain_http_is_accepted_where_the_program_says_so()
    {
        await using var app = Build(
            new(Right) { ["Authority"] = "http://tokens.example.com", ["RequireHttpsMetadata"] = "false" });

        Options(app).RequireHttpsMetadata.ShouldBeFalse();
    }

    [Fact]
    public async Task The_configuration_sets_every_option()
    {
        await using var app = Build(new(Right)
        {
            ["RememberFor"] = "00:01:00",
            ["MaxRemembered"] = "5",
            ["WhenUnreachable"] = "TrustRemembered",
            ["TrustFor"] = "00:02:00",
            ["BackchannelTimeout"] = "00:00:03",
            ["NameClaimType"] = "email",
            ["ForwardDefault"] = "Other",
        });

        var options = Options(app);
        (options.Authority, options.ClientId, options.ClientSecret).ShouldBe(("https://tokens.example.com/base", "deploy-service", "user:v2_secret"));
        (options.RememberFor, options.MaxRemembered, options.WhenUnreachable, options.TrustFor, options.BackchannelTimeout)
            .ShouldBe((TimeSpan.FromMinutes(1), 5, WhenUnreachable.TrustRemembered, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(3)));
        (options.NameClaimType, options.ForwardDefault).ShouldBe(("email", "Other"));
    }

    [Fact]
    public async Task Code_wins_over_the_configuration()
    {
        await using var app = Build(Right, options => options.ClientId = "other");

        (Options(app).ClientId, Options(app).ClientSecret).ShouldBe(("other", "user:v2_secret"));
    }

    [Fact]
    public async Task Two_instances_have_a_scheme_each()
    {
        await using var second = await FakeService.StartAsync();
        await using var package = await Package.StartAsync(builder: web => web.Services.AddAuthentication().AddUnleashPat(
            "Second", options => (options.Authority, options.ClientId, options.ClientSecret) = (second.Address, "x", "y")));
        var (first, other) = (package.Issue(new TestToken(7)), new TestToken(8));
        second.Issue(other.Text, other.Json);

        (await package.VerifyAsync(first)).ShouldBe(UnleashPatStatus.Active);
        (await package.VerifyAsync(other)).ShouldBe(UnleashPatStatus.Inactive);
        (await package.Services.GetRequiredKeyedService<UnleashPatVerifier>("Second").VerifyAsync(other.Text, Cancel.Test)).IsActive.ShouldBeTrue();
    }

    private static async Task<WebApplication> StartAsync(string setting, string? value)
    {
        var app = Build(new(Right) { [setting] = value });
        await app.StartAsync(Cancel.Test);
        return app;
    }

    private static WebApplication Build(Dictionary<string, string?> settings, Action<UnleashPatOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Authentication:Schemes:UnleashPat:{setting.Key}", setting.Value)));
        var authentication = builder.Services.AddAuthentication();
        _ = configure is null ? authentication.AddUnleashPat() : authentication.AddUnleashPat(configure);
        return builder.Build();
    }

    private static UnleashPatOptions Options(WebApplication app) =>
        app.Services.GetRequiredService<IOptionsMonitor<UnleashPatOptions>>().Get(UnleashPatDefaults.AuthenticationScheme);
}
