namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>What happened to the file that the service works on.</summary>
internal enum LossKind
{
    /// <summary>A path names another file, or none: what is open is whole, and its log belongs to it.</summary>
    Name,

    /// <summary>Something was written over what is open, or cut off: the log no longer fits.</summary>
    Content,
}
