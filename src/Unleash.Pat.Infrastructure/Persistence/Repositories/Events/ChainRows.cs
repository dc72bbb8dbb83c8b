using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>An event as the chain covers it, and its seal where the statement reads it.</summary>
internal sealed class ChainEventRow : EventRowBase
{
    /// <summary>The columns to select from the event <c>entry</c>.</summary>
    public const string Columns = $"{OwnColumns}, entry.stamp AS {nameof(Stamp)}";

    public byte[]? Stamp { get; init; }

    public byte[]? Hash { get; init; }

    public StoredEvent ToEvent() =>
        new(Id, Type, CreatedBy, CreatedByUserId, CreatedAt, Data, PreData, SubjectUserId, TokenId, Stamp);
}

/// <summary>A seal.</summary>
internal sealed class ChainSealRow
{
    public long EventId { get; init; }

    public byte[] Hash { get; init; } = [];
}

/// <summary>Where the chain begins and ends.</summary>
internal sealed class ChainStateRow
{
    public long AnchorId { get; init; }

    public byte[] AnchorHash { get; init; } = [];

    public long HeadId { get; init; }

    public byte[] HeadHash { get; init; } = [];

    public long? UnstampedUpTo { get; init; }

    public long UnkeyedUpTo { get; init; }

    public DateTimeOffset MigratedAt { get; init; }

    public byte[]? Proof { get; init; }

    public ChainState ToState() =>
        new(AnchorId, AnchorHash, HeadId, HeadHash, UnstampedUpTo, UnkeyedUpTo, MigratedAt, Proof);
}

/// <summary>The ids at both ends of the tables.</summary>
internal sealed class ChainEndsRow
{
    public long? FirstEvent { get; init; }

    public long? LastEvent { get; init; }

    public long? FirstSeal { get; init; }

    public long? LastSeal { get; init; }
}
