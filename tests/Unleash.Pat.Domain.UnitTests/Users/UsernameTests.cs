using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>RFC 8265, UsernameCasePreserved, and invisible characters.</summary>
public sealed class UsernameTests
{
    [Theory]
    [InlineData("admin")]
    [InlineData("Ada Lovelace")]
    [InlineData("ann@example.com")]
    [InlineData("svc-deploy_1.2+x")]
    [InlineData("O'Brien")]
    [InlineData("ädä")]
    [InlineData("e\u0301mile")]
    [InlineData("Иван Иванов")]
    [InlineData("علی\u200cرضا")]
    [InlineData("क्\u200dष")]
    [InlineData("ක්\u200dෂ")]
    [InlineData("ดำ")]
    [InlineData("ジョン・スミス")]
    [InlineData("山田　太郎")]
    [InlineData("ｙａｍａｄａ")]
    [InlineData("col·lega")]
    [InlineData("李小龍")]
    [InlineData("홍길동")]
    public void A_name_that_people_have_is_one(string text) => AccountName.IsUsername(text).ShouldBeTrue();

    [Theory]
    [InlineData("\u0301a", true)]
    [InlineData("\u093e", true)]
    [InlineData("\u20dda", true)]
    [InlineData("e\u0301", false)]
    [InlineData("", false)]
    public void A_mark_without_its_letter_is_told_apart(string text, bool expected) =>
        Username.BeginsWithMark(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("admin ")]
    [InlineData("\u00a0admin")]
    [InlineData("admin\u3000")]
    [InlineData("ad\0min")]
    [InlineData("adm\u200bin")]
    [InlineData("\u202enimda")]
    [InlineData("a\u2028b")]
    [InlineData("admin\u3164")]
    [InlineData("admin\uffa0")]
    [InlineData("ad\u034fmin")]
    [InlineData("admin\ufe0f")]
    [InlineData("admin\u17b4")]
    [InlineData("admin\u115f")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("admin\u2800")]
    [InlineData("admin\ufeff")]
    [InlineData("ad\u00admin")]
    [InlineData("admin\u180e")]
    [InlineData("admin\U000e0041")]
    [InlineData("admin\U000e0100")]
    [InlineData("admin\U0001d159")]
    [InlineData("admin\u2060")]
    [InlineData("\u2066admin\u2069")]
    [InlineData("admin\u061c")]
    [InlineData("admin\ue000")]
    [InlineData("admin\u0378")]
    [InlineData("admin\uffff")]
    [InlineData("admin\ufffc")]
    public void Nothing_hides_in_a_username(string text)
    {
        Username.HidesNothing(text).ShouldBeFalse();
        AccountName.IsUsername(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ad\u200cmin")]
    [InlineData("admin\u200d")]
    [InlineData("\u200cعلی")]
    [InlineData("علی\u200c")]
    [InlineData("ا\u200cب")]
    [InlineData("ب\u200dا")]
    public void A_joiner_that_changes_nothing_is_refused(string text) => AccountName.IsUsername(text).ShouldBeFalse();

    [Theory]
    [InlineData("ada  lovelace")]
    [InlineData("ﬁnn")]
    [InlineData("①")]
    [InlineData("ad™min")]
    [InlineData("admin\ufffd")]
    [InlineData("👩")]
    [InlineData("a—b")]
    [InlineData("a\u00a0b")]
    [InlineData("a·b")]
    [InlineData("a・b")]
    [InlineData("عـلی")]
    [InlineData("٣۴")]
    [InlineData("\u0301admin")]
    [InlineData("𝐚𝐝𝐦𝐢𝐧")]
    public void Other_symbols_are_no_part_of_an_identifier(string text) => Username.IsIdentifier(text).ShouldBeFalse();

    [Theory]
    [InlineData("e\u0301mile", "émile")]
    [InlineData("Émile", "Émile")]
    [InlineData("ａｄｍｉｎ", "admin")]
    [InlineData("山田　太郎", "山田 太郎")]
    [InlineData("ﾊﾞﾝ", "バン")]
    [InlineData("علی\u200cرضا", "علی\u200cرضا")]
    public void It_is_stored_in_one_form(string text, string stored) => Username.Prepare(text).ShouldBe(stored);

    [Fact]
    public void Nothing_hides_in_an_address()
    {
        AccountName.IsEmailAddress("adm\u200bin@example.com").ShouldBeFalse();
        AccountName.IsEmailAddress("admin\u3164@example.com").ShouldBeFalse();
        AccountName.Address("E\u0301mile@Straße.example").ShouldBe("émile@straße.example");
    }
}
