using System.Data;

namespace Unleash.Pat.Application;

/// <summary>The database is not as every database of this version is: somebody changed it in a way that the service never does.</summary>
public sealed class DatabaseStructureException(Exception cause) : Exception(Sentence(cause), cause)
{
    private static string Sentence(Exception cause)
    {
        var what = cause is DataException
            ? "A value of the database is none that the service writes: somebody changed it"
            : "A table or a column of the database is missing: somebody dropped or renamed it";
        return $"{what} ({cause.Message.TrimEnd('.')}).";
    }
}
