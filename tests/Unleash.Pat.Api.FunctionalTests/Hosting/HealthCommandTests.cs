using Microsoft.Extensions.Configuration;
using Unleash.Pat.Api.Hosting;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>Where <c>health</c> asks. ContainerTests run the command.</summary>
public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("http://127.0.0.1:4242/ready")]
    [InlineData("http://127.0.0.1:4242/ready", "http_ports=4242")]
    [InlineData("https://127.0.0.1:4243/ready", "https_ports=4243")]
    [InlineData("http://127.0.0.1:4244/ready", "urls=http://*:4244;https://*:4245", "http_ports=4242")]
    [InlineData("http://127.0.0.1:4244/ready", "urls=http://[::]:4244")]
    [InlineData("http://127.0.0.1:4244/ready", "urls=http://0.0.0.0:4244")]
    [InlineData("http://[::1]:4244/ready", "urls=http://[::1]:4244")]
    [InlineData("http://10.0.0.5/ready", "urls=http://10.0.0.5")]
    [InlineData("http://127.0.0.1:4244/ready", "urls=http://unix:/run/socket;http://localhost:4244")]
    [InlineData("https://127.0.0.1/ready", "urls=http://*:4244", "Kestrel:Endpoints:Https:Url=https://*:443")]
    public void It_asks_where_the_service_listens(string address, params string[] settings) =>
        HealthCommand.Address(Configuration(settings)).AbsoluteUri.ShouldBe(address);

    [Fact]
    public void An_address_that_is_no_TCP_address_cannot_be_asked() =>
        Should.Throw<StartupException>(() => HealthCommand.Address(Configuration("urls=http://unix:/run/socket")));

    private static IConfiguration Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create<string, string?>(pair[0], pair[1])))
        .Build();
}
