namespace Unleash.Pat.Infrastructure.IntegrationTests.Schema;

/// <summary>A column as SQL Server has it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type with length or scale, as <c>nvarchar(255)</c>.</param>
/// <param name="IsNullable">Whether it may be empty.</param>
/// <param name="IsIdentity">Whether the engine gives its values.</param>
internal sealed record ColumnModel(string Table, string Name, string Type, bool IsNullable, bool IsIdentity);
