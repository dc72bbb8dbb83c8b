using Unleash.Pat.AdminUi.Tokens;

namespace Unleash.Pat.AdminUi.UnitTests;

public class NewTokenTests
{
    private static readonly string[] Taken = ["laptop"];

    [Theory]
    [InlineData("", "Enter a description.")]
    [InlineData("  ", "Enter a description.")]
    [InlineData("laptop", "You already have a token with this description.")]
    [InlineData("Laptop", null)]
    [InlineData("laptop ", null)]
    public void A_description_is_looked_at_before_it_is_sent(string description, string? fault) =>
        new NewToken { Description = description }.DescriptionFault(Taken).ShouldBe(fault);

    [Theory]
    [InlineData(255, false)]
    [InlineData(256, true)]
    public void A_description_is_counted_in_code_points(int length, bool isTooLong)
    {
        var draft = new NewToken { Description = string.Concat(Enumerable.Repeat("😀", length)) };

        (draft.DescriptionFault([]) is not null).ShouldBe(isTooLong);
    }

    [Fact]
    public void A_custom_expiry_is_meant_in_the_browsers_zone_and_lies_ahead()
    {
        var time = At.Time(2);
        var draft = new NewToken { Choice = ExpiryChoice.Custom };
        draft.ExpiryFault(time).ShouldBe("Choose a date and time.");

        draft.Custom = new DateTime(2026, 5, 3, 10, 0, 0);
        draft.ExpiryFault(time).ShouldBe("The expiry must be in the future.");

        draft.Custom = new DateTime(2026, 5, 3, 10, 1, 0);
        draft.ExpiryFault(time).ShouldBeNull();
        ExpiryChoices.Of(draft.Choice, draft.Custom, time).ShouldBe(At.Now.AddMinutes(1));
    }

    [Fact]
    public void The_curl_sample_says_what_is_chosen_and_is_safe_to_paste()
    {
        var draft = new NewToken { Description = "it's \"$(mine)\"", Choice = ExpiryChoice.SevenDays };

        draft.Curl("https://unleash.example.com/pat/", At.Time()).ShouldBe(
            """
            curl -X POST 'https://unleash.example.com/pat/api/admin/user/tokens' \
              -H 'Authorization: <your token>' \
              -H 'Content-Type: application/json' \
              -d '{"description":"it'\''s \"$(mine)\"","expiresAt":"2026-05-10T08:00:00.000Z"}'
            """);
    }
}
