using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>What the cookie of docs/api.md, section 3 holds, and the database does not.</summary>
public class SessionKeyTests
{
    [Fact]
    public void A_key_is_256_random_bits()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => SessionKey.Generate().Reveal()).ToList();

        keys.ShouldAllBe(key => Base64Url.DecodeFromChars(key).Length == 32);
        keys.Distinct().Count().ShouldBe(keys.Count);
    }

    [Fact]
    public void The_database_holds_the_keys_SHA_256() =>
        new SessionKey("from a cookie").Hash().ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes("from a cookie")));

    [Fact]
    public void A_key_prints_stars() => $"{new SessionKey("from a cookie")}".ShouldBe("***");
}
