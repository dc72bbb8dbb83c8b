namespace Unleash.Pat.TestSupport.Databases;

/// <summary>Makes one fresh database for a suite, and drops it again.</summary>
/// <remarks>
/// A suite is written once, over the engine; each engine runs it through a one-line subclass. An engine that is not
/// available here skips the test from <see cref="CreateDatabaseAsync"/>, with a message that says what is missing.
/// </remarks>
public interface IDatabaseEngine
{
    /// <summary>The engine's name, as <c>Database:Provider</c> has it.</summary>
    string Name { get; }

    /// <summary>Makes the database, empty.</summary>
    /// <returns>The configuration with which the service uses it.</returns>
    Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync(CancellationToken cancellationToken);

    /// <summary>Drops the database; does nothing where none was made.</summary>
    /// <returns>When it is gone.</returns>
    Task DropAsync();
}
