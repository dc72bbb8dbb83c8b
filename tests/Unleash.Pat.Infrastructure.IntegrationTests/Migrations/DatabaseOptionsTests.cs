using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>The section <c>Database</c>, as far as it is about connections and making the database.</summary>
public sealed class DatabaseOptionsTests
{
    [Fact]
    public void Nothing_said_leaves_the_number_to_the_connection_string_and_creating_to_the_server()
    {
        var options = Read();

        options.MaxConnections.ShouldBeNull();
        options.VerificationConnections.ShouldBe(8);
        options.Create.ShouldBeNull();
    }

    [Theory]
    [InlineData("MaxConnections", "0")]
    [InlineData("MaxConnections", "32768")]
    [InlineData("VerificationConnections", "0")]
    [InlineData("VerificationConnections", "-1")]
    public void A_number_of_connections_that_no_server_has_is_refused(string name, string value) =>
        Should.Throw<StartupException>(() => Read((name, value))).Message.ShouldStartWith($"Database:{name} must be between 1 and 32767");

    private static DatabaseOptions Read(params (string Name, string Value)[] settings) => DatabaseOptions.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Database:{setting.Name}", (string?)setting.Value)))
            .Build());
}
