using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Makes the stamp that an event is recorded with, so that a row which somebody inserts by hand is found.</summary>
/// <remarks>
/// It needs neither the event's id nor the events before it, so writers do not wait for each other. Threat: a stamp that is
/// copied to another row. Each process numbers its stamps, so a number that is there twice shows it.
/// </remarks>
public sealed class EventStamper
{
    /// <summary>The bytes of a stamp.</summary>
    public const int StampLength = EventStamp.Length;

    private readonly ChainKeys _keys;
    private readonly ulong _run = BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private long _last;

    internal EventStamper(ChainKeys keys) => _keys = keys;

    /// <summary>For a database outside of a service.</summary>
    public static EventStamper WithoutKey { get; } = new(new ChainKeys(Options.Create(new EventOptions())));

    /// <summary>Makes the stamp of an event.</summary>
    /// <param name="data">The data as the statement has it.</param>
    /// <param name="completion">What the statement adds.</param>
    public byte[] Stamp(AuditEvent entry, string? data, string? preData, StampCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var marks = completion switch
        {
            StampCompletion.None => 0UL,
            StampCompletion.Data => EventStamp.Completed,
            _ => EventStamp.Completed | EventStamp.Shared,
        };
        var stored = new StoredEvent(
            0, entry.Type, entry.CreatedBy, entry.CreatedByUserId, entry.CreatedAt, data, preData, null, null, null);
        return EventStamp.Make(_keys.Current, _run, (ulong)Interlocked.Increment(ref _last) | marks, stored);
    }
}

/// <summary>What the statement that records an event adds to it.</summary>
public enum StampCompletion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It puts something before the data.</summary>
    Data,

    /// <summary>The same, and it inserts several events with one stamp.</summary>
    DataOfSeveral,
}
