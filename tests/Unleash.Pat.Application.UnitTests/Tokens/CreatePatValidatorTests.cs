using System.Globalization;
using FluentValidation;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.1: the rules of a new token. The clock stands at 2027-01-01T12:00:00.000Z.</summary>
public class CreatePatValidatorTests
{
    private const string Empty = "PAT description cannot be empty.";
    private const string NotInFuture = "The expiry date should be in future.";
    private const string TooLong = "PAT description cannot be longer than 255 characters.";

    [Fact]
    public void The_empty_request_is_valid() => Faults(null, null).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\n\u3000")]
    public void A_blank_description_is_refused(string description) => Faults(description, null).ShouldBe([Empty]);

    [Fact]
    public void A_description_has_up_to_255_code_points()
    {
        Faults(new string('a', 255), null).ShouldBeEmpty();
        Faults(string.Concat(Enumerable.Repeat("🙂", 255)), null).ShouldBeEmpty();
        Faults(new string('a', 256), null).ShouldBe([TooLong]);
        Faults(string.Concat(Enumerable.Repeat("🙂", 256)), null).ShouldBe([TooLong]);
    }

    [Fact]
    public void A_description_cannot_hold_U_0000() =>
        Faults("a\0b", null).ShouldBe(["PAT description cannot contain the character U+0000."]);

    [Fact]
    public void Only_where_it_is_required_an_absent_description_is_refused()
    {
        Faults(null, null, ("Pats:RequireDescription", "true")).ShouldBe([Empty]);
        Faults("mine", null, ("Pats:RequireDescription", "true")).ShouldBeEmpty();
        Faults(null, null, ("Pats:RequireDescription", "false")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2027-01-01T12:00:00.000Z")]
    [InlineData("2027-01-01T12:00:00.0009999Z")]
    [InlineData("2027-01-01T13:59:59.999+02:00")]
    [InlineData("1970-01-01T00:00:00.000Z")]
    [InlineData("0001-01-01T00:00:00.000Z")]
    public void An_expiry_that_is_not_in_the_future_is_refused(string expiresAt) =>
        Faults(null, expiresAt).ShouldBe([NotInFuture]);

    [Theory]
    [InlineData("2027-01-01T12:00:00.001Z")]
    [InlineData("2027-01-01T14:00:00.001+02:00")]
    [InlineData("2099-04-19T08:15:14.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    public void An_expiry_in_the_future_is_valid(string expiresAt) => Faults(null, expiresAt).ShouldBeEmpty();

    [Theory]
    [InlineData("2027-01-08T12:00:00.000Z", true)]
    [InlineData("2027-01-08T12:00:00.0009999Z", true)]
    [InlineData("2027-01-08T12:00:00.001Z", false)]
    [InlineData("9999-12-31T23:59:59.999Z", false)]
    public void An_expiry_beyond_the_longest_lifetime_is_refused_and_the_latest_date_is_named(string expiresAt, bool isValid) =>
        Faults(null, expiresAt, ("Pats:MaxLifetime", "7.00:00:00")).ShouldBe(
            isValid ? [] : ["The expiry date should not be later than 2027-01-08T12:00:00.000Z."]);

    [Fact]
    public void All_broken_rules_are_told() =>
        Faults("", "1970-01-01T00:00:00.000Z").ShouldBe([Empty, NotInFuture]);

    private static IEnumerable<string> Faults(
        string? description, string? expiresAt, params (string Key, string? Value)[] configuration)
    {
        using var service = new UseCases(configuration);
        DateTimeOffset? expiry = expiresAt is null ? null : DateTimeOffset.Parse(expiresAt, CultureInfo.InvariantCulture);
        return service.Get<IValidator<CreatePatCommand>>()
            .Validate(new CreatePatCommand(description, expiry))
            .Errors.Select(error => error.ErrorMessage);
    }
}
