using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>What a repository sent: the text, and the parameters as SQL Server's own provider would send them.</summary>
internal sealed record RecordedCommand(string Text, IReadOnlyList<SqlParameter> Parameters);
