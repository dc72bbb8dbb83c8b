using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Forms;

public class FormStateTests
{
    private readonly FormState _form = new("description", "expiresAt");

    [Fact]
    public async Task A_form_is_busy_while_it_is_being_sent_and_is_not_sent_twice()
    {
        var answer = new TaskCompletionSource();
        var first = _form.SendAsync(() => answer.Task);

        _form.IsBusy.ShouldBeTrue();
        (await _form.SendAsync(() => throw new InvalidOperationException("sent twice"))).ShouldBeFalse();

        answer.SetResult();
        (await first).ShouldBeTrue();
        _form.IsBusy.ShouldBeFalse();
    }

    [Fact]
    public async Task Errors_are_shown_at_their_fields_and_the_rest_at_the_top()
    {
        var error = TestErrors.Create(
            400,
            UnleashPatErrors.BadData,
            TestErrors.Detail("Not a string.", "/body/description"),
            TestErrors.Detail("Too long.", "/body/description"),
            TestErrors.Detail("The expiry date should be in future.", "/body/expiresAt"),
            TestErrors.Detail("Something else."));

        (await _form.SendAsync(() => throw error)).ShouldBeFalse();

        _form["description"].ShouldBe("Not a string. Too long.");
        _form["expiresAt"].ShouldBe("The expiry date should be in future.");
        _form.ErrorMessage.ShouldBe("Something else.");
        _form.HasErrors.ShouldBeTrue();
        _form.IsBusy.ShouldBeFalse();
    }

    [Theory]
    [InlineData(UnleashPatErrors.BadData)]
    [InlineData(UnleashPatErrors.NameExists)]
    public async Task An_error_without_details_is_shown_at_the_top(string name)
    {
        await _form.SendAsync(() => throw TestErrors.Create(400, name));

        _form.ErrorMessage.ShouldBe(name);
    }

    [Fact]
    public async Task An_error_that_is_not_about_the_input_is_shown_at_the_top_even_if_it_has_a_path()
    {
        await _form.SendAsync(() => throw TestErrors.Create(403, UnleashPatErrors.OperationDenied, TestErrors.Detail("Not allowed.", "/body/description")));

        _form.ErrorMessage.ShouldBe("Not allowed.");
        _form.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public async Task The_next_attempt_removes_the_error_at_the_top()
    {
        await _form.SendAsync(() => throw new HttpRequestException());
        _form.ErrorMessage.ShouldNotBeNull();

        await _form.SendAsync(() => Task.CompletedTask);
        _form.ErrorMessage.ShouldBeNull();
    }

    [Fact]
    public async Task Clearing_removes_all_errors()
    {
        await _form.SendAsync(() => throw new HttpRequestException());
        _form["description"] = "Wrong.";

        _form.Clear();

        _form.HasErrors.ShouldBeFalse();
        _form.ErrorMessage.ShouldBeNull();
    }

    [Fact]
    public async Task A_bug_is_not_hidden_and_the_form_is_no_longer_busy()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _form.SendAsync(() => throw new InvalidOperationException()));

        _form.IsBusy.ShouldBeFalse();
    }
}
