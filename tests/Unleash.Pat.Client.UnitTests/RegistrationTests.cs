using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Unleash.Pat.Client.UnitTests.Support;
using static System.Net.HttpStatusCode;

namespace Unleash.Pat.Client.UnitTests;

/// <summary>Registering the client: several of them, from configuration, and what is told at the start.</summary>
public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_with_names_have_settings_of_their_own()
    {
        var (plain, staging) = (Pats(), Pats());
        Add(plain, _services.AddUnleashPatClient(options => Set(options, "https://unleash.example.com", "user:plain")));
        Add(staging, _services.AddUnleashPatClient("staging", options => Set(options, "https://staging.example.com/pat", "user:staging")));
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<IUnleashPatClient>().Tokens.ListAsync(Cancel);
        await provider.GetRequiredKeyedService<IUnleashPatClient>("staging").Tokens.ListAsync(Cancel);

        Sent(plain).ShouldBe("https://unleash.example.com/api/admin/user/tokens user:plain");
        Sent(staging).ShouldBe("https://staging.example.com/pat/api/admin/user/tokens user:staging");
    }

    [Theory]
    [InlineData("")]
    [InlineData("staging")]
    public void A_second_one_of_the_same_name_is_refused(string name)
    {
        IHttpClientBuilder Register() => name.Length == 0
            ? _services.AddUnleashPatClient(options => { })
            : _services.AddUnleashPatClient(name, options => { });
        Register();

        Should.Throw<InvalidOperationException>(Register).Message.ShouldContain(name.Length == 0 ? "Give the second client a name" : "\"staging\"");
    }

    [Fact]
    public async Task Settings_come_from_configuration_and_a_new_token_is_used_at_once()
    {
        var configuration = new ConfigurationManager
        {
            ["Unleash:BaseAddress"] = "https://unleash.example.com/pat", ["Unleash:Token"] = "user:old", ["Unleash:UserAgent"] = "my-app/1.2",
        };
        var script = new Script(Empty, Empty);
        Add(script, _services.AddUnleashPatClient(configuration.GetSection("Unleash")));
        await using var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<IUnleashPatClient>();

        await client.Tokens.ListAsync(Cancel);
        configuration["Unleash:Token"] = "user:new";
        ((IConfigurationRoot)configuration).Reload();
        await client.Tokens.ListAsync(Cancel);

        script.Sent.Select(request => request.Headers.GetValues("Authorization").Single()).ShouldBe(["user:old", "user:new"]);
        script.Sent[0].Headers.UserAgent.ToString().ShouldStartWith("my-app/1.2 Unleash.Pat.Client/");
    }

    [Theory]
    [InlineData("BaseAddress", null, "UnleashPatClientOptions.BaseAddress must be set")]
    [InlineData("BaseAddress", "/relative", "UnleashPatClientOptions.BaseAddress must be absolute")]
    [InlineData("BaseAddress", "unleash.example.com", "UnleashPatClientOptions.BaseAddress must be absolute")]
    [InlineData("BaseAddress", "ftp://unleash.example.com", "UnleashPatClientOptions.BaseAddress must begin with http:// or https://")]
    [InlineData("Token", "user:a b", "UnleashPatClientOptions.Token must have no white space")]
    [InlineData("UserAgent", "a/b/c", "UnleashPatClientOptions.UserAgent must be a product")]
    [InlineData("BaseAdress", "https://unleash.example.com", "BaseAdress")]
    public void What_cannot_work_is_told_at_the_start(string key, string? value, string message)
    {
        var settings = new Dictionary<string, string?> { ["BaseAddress"] = "https://unleash.example.com", [key] = value };
        _services.AddUnleashPatClient(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        var fault = Should.Throw<Exception>(() => _services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate());

        fault.ToString().ShouldContain(message);
        fault.ToString().ShouldNotContain("user:a b");
    }

    [Fact]
    public void The_client_that_is_at_fault_is_named()
    {
        _services.AddUnleashPatClient("staging", options => { });

        Should.Throw<OptionsValidationException>(() => _services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldContain("of the client \"staging\" must be set");
    }

    private static void Set(UnleashPatClientOptions options, string address, string token) =>
        (options.BaseAddress, options.Token) = (new Uri(address), token);

    private static void Add(Script script, IHttpClientBuilder builder) => builder.ConfigurePrimaryHttpMessageHandler(() => script);

    private static Script Pats() => new(Empty);

    private static HttpResponseMessage Empty(HttpRequestMessage request) => Script.Json(OK, """{"pats":[]}""");

    private static string Sent(Script script)
    {
        var request = script.Sent.ShouldHaveSingleItem();
        return $"{request.RequestUri} {request.Headers.GetValues("Authorization").Single()}";
    }
}
