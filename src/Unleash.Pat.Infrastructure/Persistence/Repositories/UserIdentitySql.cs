using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Stores who a user is at the identity provider, within the transactions of several repositories.</summary>
internal static class UserIdentitySql
{
    private const string Insert = """
        INSERT INTO user_identities (identity_hash, user_id, issuer, subject, created_at)
        VALUES (@IdentityHash, @UserId, @Issuer, @Subject, @CreatedAt)
        """;

    public static BinaryParameter HashOf(ProviderIdentity identity) => Sql.Bytes(identity.Hash(), ProviderIdentity.HashLength);

    /// <exception cref="DuplicateKeyException">One of the two is linked already; thrown when the transaction ends.</exception>
    public static async Task AddIdentityAsync(
        this WriteTransaction transaction, User user, ProviderIdentity identity, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("IdentityHash", HashOf(identity));
        parameters.Add("UserId", user.Id, DbType.Int64);
        parameters.Add("Issuer", Sql.Text(identity.Issuer, ProviderIdentity.MaxLength));
        parameters.Add("Subject", Sql.Text(identity.Subject, ProviderIdentity.MaxLength));
        parameters.Add("CreatedAt", audit.CreatedAt);
        await transaction.ExecuteAsync(Insert, parameters, cancellationToken);
        await transaction.RecordAsync(audit.With(UserIdentityEventData.From(user, identity)).About(user.Id), cancellationToken);
    }
}
