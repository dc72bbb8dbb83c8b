using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.SqlServer;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure.IntegrationTests.SqlServer;

/// <summary>What becomes of the connection string.</summary>
public sealed class SqlServerConnectionTests
{
    private const string Plain = "Server=sql;Database=pats;User Id=service;Password=hunter2";

    [Fact]
    public void Nothing_said_means_encrypted_bounded_and_named()
    {
        var builder = Parse(Plain);

        builder.Encrypt.ShouldBe(SqlConnectionEncryptOption.Mandatory);
        builder.TrustServerCertificate.ShouldBeFalse();
        builder.PersistSecurityInfo.ShouldBeFalse();
        builder.ConnectTimeout.ShouldBe(15);
        builder.CommandTimeout.ShouldBe(10);
        builder.ConnectRetryInterval.ShouldBe(1);
        builder.LoadBalanceTimeout.ShouldBe(300);
        builder.MaxPoolSize.ShouldBe(10);
        builder.PoolBlockingPeriod.ShouldBe(PoolBlockingPeriod.NeverBlock);
        builder.ApplicationName.ShouldBe("Unleash.Pat");
    }

    [Fact]
    public void What_is_said_passes_through()
    {
        var builder = Parse(
            $"{Plain};Encrypt=Strict;Load Balance Timeout=0;MultiSubnetFailover=True;Connect Timeout=3;Command Timeout=4;"
            + "Connect Retry Interval=5;Max Pool Size=6;Pool Blocking Period=AlwaysBlock;Application Name=mine");

        builder.Encrypt.ShouldBe(SqlConnectionEncryptOption.Strict);
        builder.LoadBalanceTimeout.ShouldBe(0);
        builder.MultiSubnetFailover.ShouldBeTrue();
        builder.ConnectTimeout.ShouldBe(3);
        builder.CommandTimeout.ShouldBe(4);
        builder.ConnectRetryInterval.ShouldBe(5);
        builder.MaxPoolSize.ShouldBe(6);
        builder.PoolBlockingPeriod.ShouldBe(PoolBlockingPeriod.AlwaysBlock);
        builder.ApplicationName.ShouldBe("mine");
    }

    [Theory]
    [InlineData($"{Plain};Nonsense=1")]
    [InlineData($"{Plain};Connect Timeout=soon")]
    [InlineData($"{Plain};Encrypt=hunter2")]
    [InlineData("hunter2")]
    [InlineData("Server=sql;Password=hunter2")]
    [InlineData($"{Plain};Application Intent=ReadOnly")]
    [InlineData($"{Plain};Connect Timeout=0")]
    [InlineData($"{Plain};Command Timeout=0")]
    [InlineData($"{Plain};Min Pool Size=60;Max Pool Size=50")]
    public void What_cannot_be_understood_is_refused_and_not_repeated(string connectionString)
    {
        var refused = Should.Throw<StartupException>(() => Parse(connectionString));

        refused.Message.ShouldContain("ConnectionStrings:UnleashPat");
        refused.ToString().ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData(SqlAuthenticationMethod.ActiveDirectoryManagedIdentity)]
    [InlineData(SqlAuthenticationMethod.ActiveDirectoryMSI)]
    [InlineData(SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity)]
    [InlineData(SqlAuthenticationMethod.ActiveDirectoryServicePrincipal)]
    [InlineData(SqlAuthenticationMethod.ActiveDirectoryDefault)]
    public void Microsoft_Entra_is_reachable_by_the_connection_string(SqlAuthenticationMethod method)
    {
        EntraAuthenticationProvider.Register();

        var provider = SqlAuthenticationProvider.GetProvider(method).ShouldBeOfType<EntraAuthenticationProvider>();
        provider.IsSupported(method).ShouldBeTrue();
        Parse($"Server=sql;Database=pats;Authentication={method}").Authentication.ShouldBe(method);
    }

    [Theory]
    [InlineData(null, "", 10)]
    [InlineData(null, ";Max Pool Size=6", 6)]
    [InlineData(30, ";Max Pool Size=6", 30)]
    public void The_setting_outweighs_the_size_of_the_pool(int? setting, string more, int connections) =>
        SqlServerConnectionString.Parse(Plain + more, setting).MaxPoolSize.ShouldBe(connections);

    [Fact]
    public void Verification_has_a_pool_of_its_own()
    {
        var builder = SqlServerConnectionString.ForVerification(Parse($"{Plain};Min Pool Size=20"), connections: 3);

        builder.ApplicationName.ShouldBe("Unleash.Pat verification");
        builder.MaxPoolSize.ShouldBe(3);
        builder.MinPoolSize.ShouldBe(3);
        builder.Password.ShouldBe("hunter2");
    }

    private static SqlConnectionStringBuilder Parse(string connectionString) =>
        SqlServerConnectionString.Parse(connectionString, maxConnections: null);
}
