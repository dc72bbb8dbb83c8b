using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Bytes for a column of a given length.</summary>
/// <remarks>The portable <see cref="DbType.Binary"/> is SQL Server's <c>varbinary</c>; it has no value for <c>binary</c>.</remarks>
internal sealed class BinaryParameter(byte[] value, int length, bool isFixedLength) : SqlMapper.ICustomQueryParameter
{
    public byte[] Value => value;

    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = DbType.Binary;
        if (isFixedLength && parameter is not SqliteParameter)
        {
            SetFixedLength(parameter);
        }

        parameter.Size = length;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    // A method of its own, so that SQL Server's driver is loaded only where it is used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetFixedLength(IDbDataParameter parameter) => ((SqlParameter)parameter).SqlDbType = SqlDbType.Binary;
}
