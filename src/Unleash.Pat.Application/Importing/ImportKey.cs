using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Application.Importing;

/// <summary>What names an account or a token at its source, as the database remembers it: a SHA-256.</summary>
/// <remarks>Names of sources have any length and case, which the engines index and compare differently.</remarks>
public sealed class ImportKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly byte[] _hash;

    private ImportKey(params IEnumerable<string> parts) =>
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    public static ImportKey OfAccount(string source, string id) => new("account", source, id);

    /// <summary>A token is named by its selector: it is the same one in a copy of its source.</summary>
    public static ImportKey OfToken(string selector) => new("token", selector);

    public byte[] ToArray() => [.. _hash];
}
