using System.IO.Compression;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>Bodies that come packed, by their <c>content-encoding</c>.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class PackedBodyTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const int Limit = 100 * 1024;

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task They_are_read(string encoding) =>
        (await SendAsync(Pack(encoding, Padded(2)), encoding)).Status.ShouldBe(201);

    [Theory]
    [InlineData("gzip", Limit, 201)]
    [InlineData("gzip", Limit + 1, 413)]
    [InlineData("br", Limit, 201)]
    [InlineData("br", Limit + 1, 413)]
    [InlineData("deflate", Limit + 1, 413)]
    [InlineData("gzip", 40 * 1024 * 1024, 413)]
    [InlineData("br", 40 * 1024 * 1024, 413)]
    public async Task The_limit_counts_what_comes_out(string encoding, int size, int status)
    {
        var answer = await SendAsync(Pack(encoding, Padded(size)), encoding);

        answer.Status.ShouldBe(status, answer.Body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_does_not_unpack_is_told_so(string encoding)
    {
        var packed = Pack(encoding, Padded(5000));
        byte[][] broken = [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff], packed[..(packed.Length / 2)]];
        foreach (var body in broken)
        {
            (await SendAsync(body, encoding)).ShouldBeError(400, "BadDataError");
        }
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("x-nonsense")]
    [InlineData("gzip, br")]
    public async Task Another_encoding_is_named_and_the_right_ones_too(string encoding)
    {
        var answer = await SendAsync("{}"u8.ToArray(), encoding);

        answer.ShouldBeError(415, "ContentTypeError").Message.ShouldContain($"({encoding})");
        answer.Header("accept-encoding").ShouldBe("br, deflate, gzip");
    }

    [Fact]
    public async Task A_wrong_content_type_is_still_the_content_types_fault()
    {
        var answer = await SendAsync(Pack("gzip", Padded(2)), "gzip", "text/plain");

        answer.ShouldBeError(415, "ContentTypeError").Message.ShouldContain("content-type");
        answer.Header("accept-encoding").ShouldBeNull();
    }

    private static byte[] Padded(int size) => Encoding.ASCII.GetBytes("{}".PadRight(size));

    private static byte[] Pack(string encoding, byte[] content)
    {
        using var packed = new MemoryStream();
        Stream stream = encoding.ToUpperInvariant() switch
        {
            "GZIP" => new GZipStream(packed, CompressionLevel.Optimal),
            "BR" => new BrotliStream(packed, CompressionLevel.Fastest),
            "DEFLATE" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new BufferedStream(packed),
        };
        using (stream)
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private async Task<Answer> SendAsync(byte[] body, string encoding, string type = "application/json")
    {
        var account = await Service.AccountAsync();
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("content-type", type);
        content.Headers.TryAddWithoutValidation("content-encoding", encoding);
        return await account.Client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, content);
    }
}
