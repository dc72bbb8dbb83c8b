using System.Buffers.Binary;
using System.Text;

namespace Unleash.Pat.TestSupport.Faults;

/// <summary>A SQL Server, or the gateway before one, that refuses a login with a number of its own.</summary>
public static class RefusedLogin
{
    private const int HeaderLength = 8;
    private const byte EndOfMessage = 1;
    private const byte Answer = 4;
    private const byte ErrorToken = 0xAA;
    private const byte ErrorClass = 14;

    // Options: the version, at 11, 6 bytes long; the encryption, at 17, 1 byte long, which is: there is none.
    private static readonly byte[] Hello = [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, 2];

    // Done, with an error; no rows.
    private static readonly byte[] Done = [0xFD, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Answers a client up to the refusal of its login.</summary>
    /// <param name="number">The error's number.</param>
    public static Func<Stream, Task> With(int number) => async client =>
    {
        await ReadMessageAsync(client);
        await WriteMessageAsync(client, Hello);
        await ReadMessageAsync(client);
        await WriteMessageAsync(client, [.. Error(number), .. Done]);

        // The client hangs up.
        await client.CopyToAsync(Stream.Null);
    };

    private static byte[] Error(int number)
    {
        var text = Encoding.Unicode.GetBytes("Refused.");
        var body = new byte[4 + 2 + 2 + text.Length + 2 + 4];
        BinaryPrimitives.WriteInt32LittleEndian(body, number);
        body[4] = 1;
        body[5] = ErrorClass;
        BinaryPrimitives.WriteInt16LittleEndian(body.AsSpan(6), (short)(text.Length / sizeof(char)));
        text.CopyTo(body, 8);
        return [ErrorToken, (byte)body.Length, (byte)(body.Length >> 8), .. body];
    }

    private static async Task ReadMessageAsync(Stream stream)
    {
        var header = new byte[HeaderLength];
        do
        {
            await stream.ReadExactlyAsync(header);
            await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength]);
        }
        while ((header[1] & EndOfMessage) == 0);
    }

    private static async Task WriteMessageAsync(Stream stream, byte[] body)
    {
        var length = HeaderLength + body.Length;
        await stream.WriteAsync((byte[])[Answer, EndOfMessage, (byte)(length >> 8), (byte)length, 0, 0, 1, 0, .. body]);
    }
}
