using System.Collections.Frozen;
using System.IO.Compression;
using Unleash.Pat.Domain.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.Passwords;

/// <summary>The most common passwords, which attackers try first; <c>common-passwords.md</c> names the source.</summary>
internal sealed class CommonPasswords
{
    private const string Resource = "common-passwords.txt.gz";

    private readonly Lazy<FrozenSet<string>> _list = new(Read);

    /// <summary>Whether a password is on the list, in any case: attackers vary the case first.</summary>
    public bool Contains(Password password) => _list.Value.Contains(CaseFold.Of(password.Reveal()));

    private static FrozenSet<string> Read()
    {
        using var packed = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), Resource)!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return Lines(reader).Select(CaseFold.Of).ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
