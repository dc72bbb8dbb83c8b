using System.Text;
using CsCheck;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Bodies that no client would send.</summary>
internal static class FuzzBodies
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1E-400", "123456789012345678901234567890", "\"\"", "\" \"", "\"text\"",
        "\"\\ud800\"", "\"\\u0000\"", "\"2099-04-19T08:15:14.000Z\"", "\"2027-02-30T00:00:00Z\"", "\"0000-00-00T00:00:00Z\"",
        "\"9999-12-31T23:59:59.999-23:59\"", "\"a@b\"", "[]", "[[[]]]", "{}", "{\"a\":{\"b\":[1,2]}}", "NaN", "'x'", "",
    ];

    public static Gen<byte[]> Bytes { get; } = Gen.Byte.Array[0, 200];

    /// <summary>Objects in which each of these properties is absent, or of any type, or there twice.</summary>
    public static Gen<byte[]> Objects(params string[] properties) =>
        Gen.Select(Gen.OneOfConst(properties), Gen.OneOf(Gen.OneOfConst(Values), Text)).Array[0, properties.Length + 1]
            .Select(pairs => Encoding.UTF8.GetBytes(
                $"{{{string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}"));

    /// <summary>A body with some of its bytes changed, taken out, or doubled.</summary>
    public static Gen<byte[]> Damaged(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 2], Gen.Byte).Array[1, 4].Select(damages =>
            damages.Aggregate(bytes, (whole, damage) => Damage(whole, damage.Item1 % Math.Max(1, whole.Length), damage.Item2, damage.Item3)));
    }

    private static Gen<string> Text => Gen.Char.Array[0, 300].Select(characters =>
        $"\"{new string([.. characters.Where(character => character is not ('"' or '\\') && !char.IsControl(character))])}\"");

    private static byte[] Damage(byte[] whole, int at, int how, byte with) => how switch
    {
        0 => [.. whole[..at], with, .. whole[Math.Min(whole.Length, at + 1)..]],
        1 => [.. whole[..at], .. whole[Math.Min(whole.Length, at + 1)..]],
        _ => [.. whole[..at], .. whole[at..], .. whole[at..]],
    };
}
