using Dapper;
using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The statements by which a repository names what its change takes rights from, as the last of its transaction.</summary>
internal static class RevocationSql
{
    public const string Insert = """
        INSERT INTO revocations (subject, subject_id, created_at) VALUES (@RevokedSubject, @RevokedId, @RevokedAt)
        """;

    /// <summary>Names a subject where the previous statement has changed a row.</summary>
    public static string InsertWhereChanged(ISqlDialect dialect) => $"""
        INSERT INTO revocations (subject, subject_id, created_at)
        SELECT @RevokedSubject, @RevokedId, @RevokedAt WHERE {dialect.RowsChanged} > 0;
        """;

    public static Task RevokeAsync(
        this WriteTransaction transaction, RevokedSubject subject, long id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.AddRevocation(subject, id, at);
        return transaction.ExecuteAsync(Insert, parameters, cancellationToken);
    }

    public static void AddRevocation(this DynamicParameters parameters, RevokedSubject subject, long id, DateTimeOffset at)
    {
        parameters.AddRevocations(subject, at);
        parameters.Add("RevokedId", id, System.Data.DbType.Int64);
    }

    /// <summary>The parameters of a statement that takes the ids from rows.</summary>
    public static void AddRevocations(this DynamicParameters parameters, RevokedSubject subject, DateTimeOffset at)
    {
        parameters.Add("RevokedSubject", (int)subject, System.Data.DbType.Int32);
        parameters.Add("RevokedAt", at);
    }
}
