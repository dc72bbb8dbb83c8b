using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class CreateTokenErrorTests : CreateTokenDialogTests
{
    [Theory]
    [InlineData(409, UnleashPatErrors.NameExists, "PAT description already exists.", "/body/description")]
    [InlineData(400, UnleashPatErrors.BadData, "PAT description cannot be empty.", "/body/description")]
    [InlineData(400, UnleashPatErrors.BadData, "The `/body/description` property must be string. You sent 1.", "/body/description")]
    public async Task An_error_of_the_description_is_shown_at_its_field(int status, string name, string message, string path)
    {
        var page = await FailAsync(TestErrors.Create(status, name, TestErrors.Detail(message, path)));

        FieldError(page, "description").ShouldBe(message);
        page.Alert().ShouldBeEmpty();
        Script.VerifyInvoke("focusFirstInvalid");
        page.Find("#description").GetAttribute("value").ShouldBe("phone");
    }

    [Fact]
    public async Task A_time_in_an_error_message_is_shown_in_local_time()
    {
        Time.SetLocalTimeZone(TestTime.SummerTime);
        var page = await FailAsync(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail("The expiry date should not be later than 2026-06-17T08:00:00.000Z.", "/body/expiresAt")));

        Meaning(page).ShouldBe("The expiry date should not be later than 17 Jun 2026, 10:00:00 (UTC+02:00).");
    }

    [Theory]
    [InlineData("The expiry date should be in future.")]
    [InlineData("The `/body/expiresAt` property must match format \"date-time\".")]
    public async Task An_error_of_the_expiry_is_shown_at_its_field(string message)
    {
        var page = await FailAsync(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail(message, "/body/expiresAt")));

        Meaning(page).ShouldBe(message);
        FieldError(page, "description").ShouldBeNull();
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_no_field_is_shown_at_the_top()
    {
        var page = await FailAsync(TestErrors.Create(403, UnleashPatErrors.OperationDenied, "Too many PATs (10) already exist for this user."));

        page.Alert().ShouldBe("Too many PATs (10) already exist for this user.");
        FieldError(page, "description").ShouldBeNull();
    }

    [Fact]
    public async Task An_error_refreshes_the_list_and_the_draft_can_be_sent_again()
    {
        var page = await FailAsync(TestErrors.Create(409, UnleashPatErrors.NameExists, "PAT description already exists."));
        RefreshRequests.ShouldBe(1);

        Tokens.Answer = () => Task.FromResult(new IssuedPersonalAccessToken { Secret = "user:secret" });
        Describe(page, "other phone");
        FieldError(page, "description").ShouldBeNull();
        await SubmitAsync(page);

        page.WaitForState(() => !page.HasDialog());
        Tokens.Requests[^1].Description.ShouldBe("other phone");
        RefreshRequests.ShouldBe(1);
    }

    private async Task<IRenderedComponent<Shell>> FailAsync(UnleashPatException exception)
    {
        Tokens.Answer = () => Task.FromException<IssuedPersonalAccessToken>(exception);
        var page = Open();
        Describe(page, "phone");
        await SubmitAsync(page);
        return page;
    }
}
