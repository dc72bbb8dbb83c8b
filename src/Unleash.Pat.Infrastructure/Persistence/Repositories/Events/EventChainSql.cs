using System.Data;
using Dapper;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The statements on the chain of the event log.</summary>
internal static class EventChainSql
{
    public const string SelectState = $"""
        SELECT anchor_id AS {nameof(ChainStateRow.AnchorId)}, anchor_hash AS {nameof(ChainStateRow.AnchorHash)},
            head_id AS {nameof(ChainStateRow.HeadId)}, head_hash AS {nameof(ChainStateRow.HeadHash)},
            unstamped_up_to AS {nameof(ChainStateRow.UnstampedUpTo)}, unkeyed_up_to AS {nameof(ChainStateRow.UnkeyedUpTo)},
            migrated_at AS {nameof(ChainStateRow.MigratedAt)}, proof AS {nameof(ChainStateRow.Proof)}
        FROM event_chain WHERE id = 1
        """;

    /// <summary>The next events; none while those of an earlier version are completed.</summary>
    public const string SelectUnsealed = $"""
        SELECT {ChainEventRow.Columns} FROM events AS entry
        WHERE entry.id > @After AND entry.id <= @UpTo
            AND NOT EXISTS (SELECT 1 FROM backfills WHERE name = @Fill AND up_to > 0)
        ORDER BY entry.id
        """;

    public const string SelectSealed = $"""
        SELECT {ChainEventRow.Columns}, seal.hash AS {nameof(ChainEventRow.Hash)}
        FROM event_seals AS seal JOIN events AS entry ON entry.id = seal.event_id
        WHERE seal.event_id > @After AND seal.event_id <= @UpTo
        ORDER BY seal.event_id
        """;

    public const string SelectEvents =
        $"SELECT {ChainEventRow.Columns} FROM events AS entry WHERE entry.id > @After ORDER BY entry.id";

    public const string SelectSeals = $"""
        SELECT event_id AS {nameof(ChainSealRow.EventId)}, hash AS {nameof(ChainSealRow.Hash)}
        FROM event_seals WHERE event_id > @After ORDER BY event_id
        """;

    public const string SelectEnds = $"""
        SELECT (SELECT MIN(id) FROM events) AS {nameof(ChainEndsRow.FirstEvent)},
            (SELECT MAX(id) FROM events) AS {nameof(ChainEndsRow.LastEvent)},
            (SELECT MIN(event_id) FROM event_seals) AS {nameof(ChainEndsRow.FirstSeal)},
            (SELECT MAX(event_id) FROM event_seals) AS {nameof(ChainEndsRow.LastSeal)}
        """;

    // What has no seal was not recorded by the service: it stays, and verification finds it.
    public const string DeleteSealed = """
        DELETE FROM events
        WHERE id > @After AND id <= @UpTo
            AND EXISTS (SELECT 1 FROM event_seals AS seal WHERE seal.event_id = events.id);
        DELETE FROM event_seals WHERE event_id > @After AND event_id <= @UpTo;
        """;

    /// <summary>Changes the state, unless it is another one by now; the proof tells.</summary>
    /// <remarks>Two nodes that both believe to keep house must not make two chains.</remarks>
    public static string Change(ISqlDialect dialect, ChainState before) => $"""
        UPDATE event_chain
        SET anchor_id = @AnchorId, anchor_hash = @AnchorHash, head_id = @HeadId, head_hash = @HeadHash,
            unstamped_up_to = @UnstampedUpTo, unkeyed_up_to = @UnkeyedUpTo, proof = @Proof
        WHERE id = 1 AND {(before.Proof is null ? "proof IS NULL" : "proof = @Before")};
        SELECT {dialect.RowsChanged};
        """;

    public static DynamicParameters Parameters(ChainState before, ChainState after)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AnchorId", after.AnchorId, DbType.Int64);
        parameters.Add("AnchorHash", Sql.Bytes(after.AnchorHash, EventHash.Length));
        parameters.Add("HeadId", after.HeadId, DbType.Int64);
        parameters.Add("HeadHash", Sql.Bytes(after.HeadHash, EventHash.Length));
        parameters.Add("UnstampedUpTo", after.UnstampedUpTo, DbType.Int64);
        parameters.Add("UnkeyedUpTo", after.UnkeyedUpTo, DbType.Int64);
        parameters.Add("Proof", Sql.VariableBytes(after.Proof!, after.Proof!.Length));
        if (before.Proof is { } proof)
        {
            parameters.Add("Before", Sql.VariableBytes(proof, proof.Length));
        }

        return parameters;
    }
}
