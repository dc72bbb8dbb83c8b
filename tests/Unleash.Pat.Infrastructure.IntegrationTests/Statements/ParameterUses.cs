using Microsoft.SqlServer.TransactSql.ScriptDom;
using Unleash.Pat.Infrastructure.IntegrationTests.Schema;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Finds the columns that a statement's parameters are compared with or written to.</summary>
internal sealed class ParameterUses : TSqlFragmentVisitor
{
    private readonly Dictionary<string, string> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Parameter, ColumnModel Column)> _uses = [];

    private ParameterUses()
    {
    }

    public static IReadOnlyList<(string Parameter, ColumnModel Column)> Of(TSqlStatement statement)
    {
        var tables = new Tables();
        statement.Accept(tables);
        var uses = new ParameterUses();
        foreach (var (alias, table) in tables.Found)
        {
            uses._tables[alias] = table;
        }

        statement.Accept(uses);
        return uses._uses;
    }

    public override void Visit(BooleanComparisonExpression node)
    {
        Use(node.FirstExpression, node.SecondExpression);
        Use(node.SecondExpression, node.FirstExpression);
    }

    public override void Visit(AssignmentSetClause node)
    {
        Use(node.NewValue, node.Column);
        if (node.NewValue is BinaryExpression sum)
        {
            Use(sum.FirstExpression, node.Column);
            Use(sum.SecondExpression, node.Column);
        }
    }

    public override void Visit(InsertSpecification node)
    {
        var values = node.InsertSource switch
        {
            ValuesInsertSource source => source.RowValues.ShouldHaveSingleItem().ColumnValues,
            SelectInsertSource { Select: QuerySpecification select } =>
                [.. select.SelectElements.Cast<SelectScalarExpression>().Select(element => element.Expression)],
            _ => throw new NotSupportedException($"{node.InsertSource.GetType().Name} is not known yet."),
        };
        values.Count.ShouldBe(node.Columns.Count);
        foreach (var (column, value) in node.Columns.Zip(values))
        {
            Use(value, column);
        }
    }

    private void Use(ScalarExpression value, ScalarExpression other)
    {
        if (value is VariableReference parameter && other is ColumnReferenceExpression column && Find(column) is { } found)
        {
            _uses.Add((parameter.Name.TrimStart('@'), found));
        }
    }

    // A column of a derived table has no type of its own here, so it is no column of the model.
    private ColumnModel? Find(ColumnReferenceExpression column)
    {
        var names = column.MultiPartIdentifier.Identifiers;
        var tables = names.Count > 1
            ? [_tables.GetValueOrDefault(names[0].Value, "")]
            : _tables.Values.Distinct().ToList();
        var candidates = SqlServerSchema.Migrated.Columns
            .Where(candidate => tables.Contains(candidate.Table) && candidate.Name == names[^1].Value)
            .ToList();
        candidates.Select(candidate => candidate.Type).Distinct().Count().ShouldBeLessThanOrEqualTo(1, names[^1].Value);
        return candidates.FirstOrDefault();
    }

    private sealed class Tables : TSqlFragmentVisitor
    {
        public List<(string Alias, string Table)> Found { get; } = [];

        public override void Visit(NamedTableReference node)
        {
            var table = node.SchemaObject.BaseIdentifier.Value;
            Found.Add((node.Alias?.Value ?? table, table));
        }
    }
}
