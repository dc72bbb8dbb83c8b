using Microsoft.SqlServer.TransactSql.ScriptDom;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Schema;

/// <summary>The schema that the SQL Server migrations make, read from their text.</summary>
internal sealed class SqlServerSchema
{
    private readonly List<ColumnModel> _columns = [];
    private readonly HashSet<string> _facts = [];
    private readonly Dictionary<string, string> _named = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _indexed = [];

    private SqlServerSchema()
    {
    }

    public static SqlServerSchema Migrated { get; } = Migrate(SqlServerStatements.Migrations.Values);

    public IReadOnlyList<ColumnModel> Columns => _columns;

    /// <summary>The schema in the words in which <see cref="SchemaFacts"/> tells it.</summary>
    public IReadOnlySet<string> Facts => _facts;

    /// <summary>The columns that an index has, those that are no keys included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Indexed => _indexed;

    public static SqlServerSchema Migrate(IEnumerable<string> scripts)
    {
        var schema = new SqlServerSchema();
        foreach (var statement in scripts.SelectMany(TSql.Statements))
        {
            schema.Apply(statement);
        }

        foreach (var column in schema._columns)
        {
            schema._facts.Add(SchemaFacts.Column(
                column.Table, column.Name, SchemaFacts.Family(column.Type), column.IsNullable, column.IsIdentity));
        }

        return schema;
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                Add(NameOf(create.SchemaObjectName), create.Definition);
                break;
            case AlterTableAddTableElementStatement alter:
                Add(NameOf(alter.SchemaObjectName), alter.Definition);
                break;
            case AlterTableDropTableElementStatement { AlterTableDropTableElements: var dropped }
                when dropped.All(element => element.TableElementType == TableElementType.Constraint):
                _facts.ExceptWith(dropped.Select(element => _named[element.Name.Value]));
                break;
            case AlterTableDropTableElementStatement { AlterTableDropTableElements: var dropped } alter
                when dropped.Any(element => element.TableElementType == TableElementType.Column):
                _columns.RemoveAll(column => column.Table == NameOf(alter.SchemaObjectName)
                    && dropped.Any(element => element.Name.Value == column.Name));
                break;
            case DropIndexStatement { DropIndexClauses: var dropped }:
                _facts.ExceptWith(dropped.OfType<DropIndexClause>().Select(clause => _named[clause.Index.Value]));
                break;
            case CreateIndexStatement index:
                AddIndex(index);
                break;
            case InsertStatement or UpdateStatement:
                // Rows, not schema.
                break;
            default:
                Assert.Fail($"The model does not know {statement.GetType().Name} yet; a migration uses it.");
                break;
        }
    }

    private void Add(string table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            Add(table, column);
        }

        foreach (var constraint in definition.TableConstraints)
        {
            Add(table, constraint, []);
        }
    }

    private void Add(string table, ColumnDefinition column)
    {
        var name = column.ColumnIdentifier.Value;
        var nullability = column.Constraints.OfType<NullableConstraintDefinition>().SingleOrDefault();
        nullability.ShouldNotBeNull($"{table}.{name} says neither NULL nor NOT NULL, which a server's settings then decide.");
        _columns.Add(new ColumnModel(
            table, name, SchemaFacts.Text(column.DataType), nullability.Nullable, column.IdentityOptions is not null));
        foreach (var constraint in column.Constraints.Where(constraint => constraint != nullability))
        {
            Add(table, constraint, [name]);
        }
    }

    private void Add(string table, ConstraintDefinition constraint, IReadOnlyList<string> own)
    {
        var fact = constraint switch
        {
            UniqueConstraintDefinition key => SchemaFacts.Key(
                table, key.IsPrimaryKey, key.Columns.Count == 0 ? own : [.. key.Columns.Select(NameOf)]),
            ForeignKeyConstraintDefinition key => SchemaFacts.ForeignKey(
                table,
                key.Columns.Count == 0 ? own : [.. key.Columns.Select(column => column.Value)],
                NameOf(key.ReferenceTableName),
                [.. key.ReferencedTableColumns.Select(column => column.Value)],
                key.DeleteAction == DeleteUpdateAction.Cascade),
            CheckConstraintDefinition check => SchemaFacts.Check(table, check.ConstraintIdentifier.Value),
            _ => throw new NotSupportedException($"The model does not know {constraint.GetType().Name} yet; {table} has one."),
        };
        _facts.Add(fact);
        if (constraint.ConstraintIdentifier is { } name)
        {
            _named[name.Value] = fact;
        }
    }

    private void AddIndex(CreateIndexStatement index)
    {
        var table = NameOf(index.OnName);
        var columns = index.Columns.Select(NameOf).ToList();
        _indexed[index.Name.Value] = [.. columns, .. index.IncludeColumns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)];
        var fact = index.Unique
            ? SchemaFacts.Key(table, isPrimary: false, columns)
            : SchemaFacts.Index(table, index.Name.Value, columns, isPartial: index.FilterPredicate is not null);
        _facts.Add(fact);
        _named[index.Name.Value] = fact;
    }

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    private static string NameOf(ColumnWithSortOrder column) => column.Column.MultiPartIdentifier.Identifiers[^1].Value;
}
