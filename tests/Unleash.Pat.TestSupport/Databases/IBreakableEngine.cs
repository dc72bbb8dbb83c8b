namespace Unleash.Pat.TestSupport.Databases;

/// <summary>An engine whose database can be taken away while the service runs.</summary>
public interface IBreakableEngine : IDatabaseEngine
{
    /// <summary>Takes the database away.</summary>
    /// <returns>When it cannot be reached any more.</returns>
    Task TakeAwayAsync();

    /// <summary>Brings it back as it was.</summary>
    /// <returns>When it can be reached again.</returns>
    Task BringBackAsync();
}
