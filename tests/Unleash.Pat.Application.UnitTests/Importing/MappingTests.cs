using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Importing;

/// <summary>docs/unleash.md, "Move in from Unleash": what accounts and tokens of a source become.</summary>
public class MappingTests
{
    private const string Hash = "$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SourceAccount Ann = new("7", AccountType.User, "ann", "Ann@Example.com", "Ann", "Editor");

    [Fact]
    public void An_account_keeps_what_it_has()
    {
        var mapped = AccountMapping.Map(Ann with { PasswordHash = Hash, CreatedAt = Now.AddYears(-1).AddTicks(5) }, Now);

        mapped.Changes.ShouldBeEmpty();
        var user = mapped.User.ShouldNotBeNull();
        (user.Username, user.Email, user.Name, user.RootRole, user.PasswordHash, user.CreatedAt)
            .ShouldBe(("ann", "ann@example.com", "Ann", RootRole.Editor, Hash, Now.AddYears(-1)));
    }

    [Theory]
    [InlineData("Release manager", "Release manager")]
    [InlineData("admin", "root role admin")]
    [InlineData(null, "no root role")]
    public void A_role_that_is_not_known_becomes_Viewer_and_never_more(string? role, string said)
    {
        var mapped = AccountMapping.Map(Ann with { Role = role }, Now);

        mapped.User!.RootRole.ShouldBe(RootRole.Viewer);
        mapped.Changes.ShouldHaveSingleItem().ShouldContain(said);
    }

    [Theory]
    [InlineData("5f4dcc3b5aa765d61d8327deb882cf99")]
    [InlineData("$2b$31$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234")]
    [InlineData("$2x$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234")]
    [InlineData("$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234\n")]
    public void A_hash_that_cannot_be_verified_is_not_taken_nor_shown(string hash)
    {
        var mapped = AccountMapping.Map(Ann with { PasswordHash = hash }, Now);

        mapped.User!.PasswordHash.ShouldBeNull();
        mapped.Changes.ShouldHaveSingleItem().ShouldNotContain(hash);
    }

    [Fact]
    public void A_service_account_has_no_password() =>
        AccountMapping.Map(Ann with { AccountType = AccountType.ServiceAccount, PasswordHash = Hash }, Now).User!.PasswordHash.ShouldBeNull();

    [Theory]
    [InlineData("", "", "neither a username nor")]
    [InlineData("ann\u200b", null, "invisible")]
    [InlineData("ann", "no address", "e-mail address")]
    public void An_account_whose_name_is_refused_here_is_left(string? username, string? email, string why)
    {
        var mapped = AccountMapping.Map(Ann with { Username = username, Email = email }, Now);

        mapped.User.ShouldBeNull();
        mapped.Left!.ShouldContain(why);
    }

    [Fact]
    public void What_the_source_no_longer_uses_is_left_with_its_reason() =>
        AccountMapping.Map(Ann with { Unfit = "It was deleted." }, Now).Left.ShouldBe("It was deleted.");

    [Fact]
    public void A_name_to_show_that_is_refused_here_is_left_out() =>
        AccountMapping.Map(Ann with { Name = new string('x', 300) }, Now).User!.Name.ShouldBeNull();

    [Theory]
    [InlineData("laptop", "laptop")]
    [InlineData("taken", "taken (3)")]
    [InlineData(null, "Unnamed token ssssssss")]
    [InlineData(" \u200b", "Unnamed token ssssssss")]
    public void A_description_is_unique_and_shows_something(string? description, string stored) =>
        DescriptionOf(description).ShouldBe(stored);

    [Fact]
    public void A_description_that_is_too_long_is_cut_between_characters()
    {
        var emoji = string.Concat(Enumerable.Repeat("\U0001F600", 300));

        DescriptionOf(emoji).ShouldBe(emoji[..(2 * TokenDescription.MaxLength)]);
        DescriptionOf(emoji, emoji[..(2 * TokenDescription.MaxLength)]).ShouldBe(emoji[..(2 * (TokenDescription.MaxLength - 4))] + " (2)");
    }

    [Theory]
    [InlineData("laptop", false)]
    [InlineData(null, false)]
    [InlineData("", true)]
    [InlineData("taken", true)]
    public void A_description_that_the_source_gives_and_that_changes_is_told(string? description, bool isTold)
    {
        var changes = new List<string>();

        Map(description, ["taken"], changes);

        changes.Count.ShouldBe(isTold ? 1 : 0);
    }

    private static string DescriptionOf(string? description, params string[] held) =>
        Map(description, ["taken", "taken (2)", .. held], []).Description.Value;

    private static NewPat Map(string? description, HashSet<string> held, List<string> changes)
    {
        var credential = new SourceCredential(new string('s', TokenSecret.SelectorLength), new byte[TokenSecret.VerifierLength]);
        var token = new SourceToken("1", description, Now, Now.AddDays(1));
        return TokenMapping.Map(token, credential, held, Now, changes);
    }
}
