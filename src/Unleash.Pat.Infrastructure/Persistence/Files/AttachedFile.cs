namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>The files that the service works on, and what the database said of itself as it was opened.</summary>
internal sealed record AttachedFile(DatabaseFileSet Files, SqliteFacts Facts);
