using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// The only conversion of instants to and from a database: UTC in whole milliseconds, since 1970 in SQLite and as
/// <c>datetime2(3)</c> in SQL Server.
/// </summary>
internal sealed class UtcMillisecondsTypeHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public const byte Milliseconds = 3;

    /// <summary>Registers it with Dapper. Call it before the first statement; calling it again is allowed.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new UtcMillisecondsTypeHandler());
    }

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        if (parameter is SqliteParameter)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = ToMilliseconds(value);
        }
        else
        {
            parameter.DbType = DbType.DateTime2;
            parameter.Scale = Milliseconds;
            parameter.Value = value.UtcDateTime;
        }
    }

    public override DateTimeOffset Parse(object value) => value is DateTime instant
        ? FromDateTime(instant)
        : DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <summary>An instant as SQLite has it.</summary>
    public static long ToMilliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>An instant as SQL Server's driver has it.</summary>
    public static DateTimeOffset FromDateTime(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}
