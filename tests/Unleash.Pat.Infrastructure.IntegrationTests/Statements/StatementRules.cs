using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>What no statement may do.</summary>
internal sealed class StatementRules : TSqlFragmentVisitor
{
    private readonly List<string> _broken = [];

    public IReadOnlyList<string> Broken => _broken;

    // Rules live in constraints: a hint that locks would be a second truth, and one that only this engine knows.
    public override void Visit(TableHint node) => _broken.Add("a table hint");

    public override void Visit(OptimizerHint node) => _broken.Add("a query hint");

    public override void Visit(SetTransactionIsolationLevelStatement node) => _broken.Add("an isolation level");

    public override void Visit(MergeStatement node) => _broken.Add("MERGE");

    public override void Visit(SelectStarExpression node) => _broken.Add("SELECT *");

    public override void Visit(ExecutableStringList node) => _broken.Add("a statement made at run time");

    public override void Visit(FunctionCall node) => Check(
        node.FunctionName.Value.Equals("COUNT", StringComparison.OrdinalIgnoreCase), "COUNT, which ends at 2,147,483,647");

    public override void Visit(UpdateSpecification node) => Check(node.WhereClause is null, "UPDATE without WHERE");

    public override void Visit(DeleteSpecification node) => Check(node.WhereClause is null, "DELETE without WHERE");

    public override void Visit(NamedTableReference node) =>
        Check(node.SchemaObject is { Identifiers.Count: > 1 } name && name.SchemaIdentifier?.Value != "sys", "a qualified name");

    public override void Visit(BinaryExpression node) => Check(
        node.BinaryExpressionType == BinaryExpressionType.Add
            && (node.FirstExpression is StringLiteral || node.SecondExpression is StringLiteral),
        "texts put together with +");

    // A constant of a column of texts is a parameter as well: a literal is varchar, whatever the column is.
    public override void Visit(BooleanComparisonExpression node) =>
        Check(node.FirstExpression is StringLiteral || node.SecondExpression is StringLiteral, "a text instead of a parameter");

    private void Check(bool broken, string rule)
    {
        if (broken)
        {
            _broken.Add(rule);
        }
    }
}
