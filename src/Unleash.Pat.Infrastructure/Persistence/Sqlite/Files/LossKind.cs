namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>What happened to the file that the service works on.</summary>
internal enum LossKind
{
    /// <summary>A path names another file, or none. The open file is whole, and its log belongs to it.</summary>
    Name,

    /// <summary>The open file was overwritten or cut off. Its log does not fit any longer.</summary>
    Content,
}
