using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Api.OAuth.RevocationStream;

/// <summary>The events of the stream, as <c>text/event-stream</c> has them. Browsers skip events without data, so each has some.</summary>
internal static class RevocationEvents
{
    public const string MediaType = "text/event-stream";

    private static readonly byte[] Alive = [.. "event: alive\ndata: {}\n\n"u8];

    /// <summary>From now on everything that is revoked is told.</summary>
    public static readonly ReadOnlyMemory<byte> Start = "event: start\ndata: {}\n\n"u8.ToArray();

    public static ReadOnlyMemory<byte> Of(RevocationBatch batch)
    {
        if (batch.IsEmpty)
        {
            return Alive;
        }

        // Ids as texts, as in the answer of the introspection.
        var data = JsonSerializer.SerializeToUtf8Bytes(new RevokedData(
            [.. batch.Tokens.Select(WireText.Of)], [.. batch.Accounts.Select(WireText.Of)]), JsonSerializerOptions.Web);
        return (byte[])[.. "event: revoked\ndata: "u8, .. data, .. "\n\n"u8];
    }

    private sealed record RevokedData(IReadOnlyList<string> Tokens, IReadOnlyList<string> Accounts);
}
