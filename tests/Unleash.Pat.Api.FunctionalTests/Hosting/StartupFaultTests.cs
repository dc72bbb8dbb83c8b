using Unleash.Pat.Api.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

public sealed class StartupFaultTests
{
    /// <summary>As SQLite's driver meets it in a publication for another platform.</summary>
    [Fact]
    public void A_library_that_is_missing_is_named_with_what_to_do()
    {
        var fault = new TypeInitializationException(
            "Microsoft.Data.Sqlite.SqliteConnection",
            new DllNotFoundException("Unable to load shared library 'e_sqlite3' or one of its dependencies. In order to help, use a tool:\nnot found"));

        StartupFaults.IsOperatorError(fault, out var message).ShouldBeTrue();

        message.ShouldBe(
            "A library of the program is missing; publish it for this platform. Unable to load shared library 'e_sqlite3' or one of its dependencies.");
    }
}
