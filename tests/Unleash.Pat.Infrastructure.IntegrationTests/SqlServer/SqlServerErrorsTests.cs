using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.SqlServer;

namespace Unleash.Pat.Infrastructure.IntegrationTests.SqlServer;

/// <summary>What SQL Server's error numbers mean.</summary>
public sealed class SqlServerErrorsTests
{
    [Theory]
    [InlineData(2627, nameof(DatabaseFault.DuplicateKey))]
    [InlineData(2601, nameof(DatabaseFault.DuplicateKey))]
    [InlineData(547, nameof(DatabaseFault.MissingReference))]
    [InlineData(-2, nameof(DatabaseFault.Transient))]
    [InlineData(1205, nameof(DatabaseFault.Transient))]
    [InlineData(4060, nameof(DatabaseFault.Transient))]
    [InlineData(10053, nameof(DatabaseFault.Transient))]
    [InlineData(10054, nameof(DatabaseFault.Transient))]
    [InlineData(10060, nameof(DatabaseFault.Transient))]
    [InlineData(40197, nameof(DatabaseFault.Transient))]
    [InlineData(40501, nameof(DatabaseFault.Transient))]
    [InlineData(40613, nameof(DatabaseFault.Transient))]
    [InlineData(49918, nameof(DatabaseFault.Transient))]
    [InlineData(49919, nameof(DatabaseFault.Transient))]
    [InlineData(49920, nameof(DatabaseFault.Transient))]
    [InlineData(3958, nameof(DatabaseFault.Transient))]
    [InlineData(3966, nameof(DatabaseFault.Transient))]
    [InlineData(3967, nameof(DatabaseFault.Transient))]
    [InlineData(18456, nameof(DatabaseFault.Unavailable))]
    [InlineData(3906, nameof(DatabaseFault.Unavailable))]
    [InlineData(1105, nameof(DatabaseFault.Unavailable))]
    [InlineData(9002, nameof(DatabaseFault.Unavailable))]
    [InlineData(0, nameof(DatabaseFault.Unavailable))]
    [InlineData(207, nameof(DatabaseFault.Structure))]
    [InlineData(208, nameof(DatabaseFault.Structure))]
    [InlineData(102, nameof(DatabaseFault.Unexpected))]
    [InlineData(8152, nameof(DatabaseFault.Unexpected))]
    public void A_number_means(int number, string fault) =>
        SqlServerErrors.Classify([number], isFatal: false).ToString().ShouldBe(fault);

    [Fact]
    public void What_cost_the_connection_is_tried_over_another_one() =>
        SqlServerErrors.Classify([104], isFatal: true).ShouldBe(DatabaseFault.Transient);

    [Theory]
    [InlineData(18456)]
    [InlineData(9001)]
    public void What_an_operator_must_fix_is_not_retried_because_it_closed_the_connection(int number) =>
        SqlServerErrors.Classify([number], isFatal: true).ShouldBe(DatabaseFault.Unavailable);

    [Theory]
    [InlineData(976)]
    [InlineData(983)]
    [InlineData(3906)]
    public void What_a_former_primary_says_ends_the_connections_to_it(int number) =>
        SqlServerErrors.IsWrongReplica([3621, number]).ShouldBeTrue();

    [Theory]
    [InlineData(1205)]
    [InlineData(9002)]
    public void What_a_primary_says_ends_none(int number) => SqlServerErrors.IsWrongReplica([number]).ShouldBeFalse();

    /// <summary>A rolled back batch says 3621 besides, and a login that fails 4060 and 18456.</summary>
    [Fact]
    public void Among_several_the_one_that_says_most_counts()
    {
        SqlServerErrors.Classify([3621, 2627], isFatal: false).ShouldBe(DatabaseFault.DuplicateKey);
        SqlServerErrors.Classify([1205, 2601], isFatal: false).ShouldBe(DatabaseFault.DuplicateKey);
        SqlServerErrors.Classify([4060, 18456], isFatal: false).ShouldBe(DatabaseFault.Transient);
        SqlServerErrors.Classify([], isFatal: false).ShouldBe(DatabaseFault.Unexpected);
    }
}
