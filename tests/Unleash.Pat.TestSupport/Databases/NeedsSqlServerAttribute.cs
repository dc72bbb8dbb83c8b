using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>Marks an engine that needs a SQL Server.</summary>
internal sealed class NeedsSqlServerAttribute : NeedsAttribute
{
    public override string? Missing => SqlServerInstance.IsOutOfReach ? SqlServerInstance.Missing : null;
}
