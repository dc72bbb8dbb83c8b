using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Makes and verifies the proof of the chain's state, for which the key is needed.</summary>
/// <remarks>
/// Threat: somebody who can write the database can compute every hash again after a change, or say that the chain begins later.
/// Both are in the state, whose proof takes the key.
/// </remarks>
internal sealed class ChainProof(ChainKeys keys)
{
    public const int Length = IdLength + ChainKey.CodeLength;

    private const int IdLength = sizeof(uint);

    /// <summary>The state with a proof by the newest key.</summary>
    public ChainState Prove(ChainState state) => state with { Proof = Of(keys.Current, state) };

    /// <summary>Whether the proof is by the newest key.</summary>
    public bool IsCurrent(ChainState state) => state.Proof is { Length: Length } proof && IdOf(proof) == keys.Current.Id;

    /// <summary>What is wrong with a state, in a sentence; <see langword="null"/> where nothing is.</summary>
    public string? FaultOf(ChainState state)
    {
        if (state.Proof is not { } proof)
        {
            return FaultOfBeginning(state);
        }

        if (proof.Length != Length || keys.Find(IdOf(proof)) is not { } key)
        {
            return $"The chain was sealed with a key that Events:ChainKeys does not name (its id is {NameOf(proof)}).";
        }

        if (key == ChainKey.None && !keys.AllowsNone)
        {
            return $"The chain was sealed without a key. If it began without one, add \"{ChainKeys.NoneBefore}\" as the last entry of "
                + "Events:ChainKeys until the service has run once; otherwise somebody computed it again.";
        }

        return CryptographicOperations.FixedTimeEquals(Of(key, state), proof)
            ? null
            : "The proof of the chain does not fit: somebody changed where it begins or ends.";
    }

    // Threat: who puts the row back to its beginning has the service make the proof of whatever it then says.
    private string? FaultOfBeginning(ChainState state) => state switch
    {
        not { AnchorId: 0, HeadId: 0, UnkeyedUpTo: 0 } => "The chain has no proof: somebody changed where it begins or ends.",
        { UnstampedUpTo: 0 } => null,
        _ when keys.AllowsNone => null,
        _ => "The chain has no proof, and there are events without stamps. If they come from a version without the chain, add "
            + $"\"{ChainKeys.NoneBefore}\" as the last entry of Events:ChainKeys until the service has run once; otherwise somebody put the chain back to its beginning.",
    };

    /// <summary>Whether the key that made the proof is not configured, so that nothing can be said about stamps.</summary>
    public bool LacksKey(ChainState state) => state.Proof is { Length: Length } proof && keys.Find(IdOf(proof)) is null;

    private static uint IdOf(byte[] proof) => BinaryPrimitives.ReadUInt32BigEndian(proof);

    private static string NameOf(byte[] proof) =>
        proof.Length < IdLength ? "missing" : IdOf(proof).ToString("x8", CultureInfo.InvariantCulture);

    private static byte[] Of(ChainKey key, ChainState state)
    {
        var bytes = new CanonicalBytes()
            .Add("unleash-pat chain 1")
            .Add(state.AnchorId)
            .Add(state.AnchorHash)
            .Add(state.HeadId)
            .Add(state.HeadHash)
            .Add(state.UnstampedUpTo)
            .Add(state.UnkeyedUpTo)
            .Add(state.MigratedAt);
        var proof = new byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(proof, key.Id);
        key.CodeOf(bytes.Written).CopyTo(proof, IdLength);
        return proof;
    }
}
