using System.Data;
using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>
/// Parameters of a column's exact type and length, so that each statement has one plan in the cache and no implicit
/// conversion keeps an index from being used.
/// </summary>
internal static class Sql
{
    private const int Max = int.MaxValue;

    /// <summary><c>nvarchar(length)</c></summary>
    public static DbString Text(string? value, int length) => new() { Value = value, Length = length };

    /// <summary><c>nvarchar(max)</c></summary>
    public static DbString LongText(string? value) => new() { Value = value, Length = Max };

    /// <summary><c>binary(length)</c></summary>
    public static BinaryParameter Bytes(byte[] value, int length) => new(value, length, isFixedLength: true);

    /// <summary><c>varbinary(length)</c></summary>
    public static BinaryParameter VariableBytes(byte[] value, int length) => new(value, length, isFixedLength: false);

    /// <summary><c>char(length)</c></summary>
    public static DbString Ascii(string value, int length) =>
        new() { Value = value, Length = length, IsAnsi = true, IsFixedLength = true };

    /// <summary>A kind of account by its stored name.</summary>
    public static DbString AccountType(AccountType type) => Text(type.ToName(), ColumnSizes.AccountType);

    /// <summary><c>datetime2(3)</c>, also where there is no instant.</summary>
    public static void AddInstant(this DynamicParameters parameters, string name, DateTimeOffset? instant)
    {
        if (instant is { } given)
        {
            parameters.Add(name, given);
        }
        else
        {
            parameters.Add(name, null, DbType.DateTime2, scale: UtcMillisecondsTypeHandler.Milliseconds);
        }
    }

    /// <summary>The parameters of <see cref="ISqlDialect.Page"/>.</summary>
    public static void AddPage(this DynamicParameters parameters, int limit, int offset)
    {
        parameters.Add("Limit", limit, DbType.Int32);
        parameters.Add("Offset", offset, DbType.Int32);
    }
}
