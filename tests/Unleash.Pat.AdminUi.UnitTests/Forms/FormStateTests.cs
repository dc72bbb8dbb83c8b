using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Forms;

public class FormStateTests
{
    private readonly FormState _form = new("description", "expiresAt");

    [Fact]
    public async Task A_form_is_busy_while_it_is_sent_and_is_not_sent_twice()
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
    public async Task A_refusal_is_told_at_its_fields_and_the_rest_at_the_top()
    {
        var refusal = Refusal.Of(
            400,
            UnleashPatErrors.BadData,
            Refusal.Detail("Not a string.", "/body/description"),
            Refusal.Detail("Too long.", "/body/description"),
            Refusal.Detail("The expiry date should be in future."),
            Refusal.Detail("Something else."));

        (await _form.SendAsync(() => throw refusal)).ShouldBeFalse();

        _form["description"].ShouldBe("Not a string. Too long.");
        _form["expiresAt"].ShouldBe("The expiry date should be in future.");
        _form.Problem.ShouldBe("Something else.");
        _form.HasFaults.ShouldBeTrue();
        _form.IsBusy.ShouldBeFalse();
    }

    [Theory]
    [InlineData(UnleashPatErrors.BadData)]
    [InlineData(UnleashPatErrors.NameExists)]
    public async Task A_refusal_without_details_is_told_at_the_top(string name)
    {
        await _form.SendAsync(() => throw Refusal.Of(400, name));

        _form.Problem.ShouldBe(name);
    }

    [Fact]
    public async Task A_refusal_that_is_not_about_the_input_is_told_at_the_top_even_if_its_words_name_a_field()
    {
        await _form.SendAsync(() => throw Refusal.Of(403, UnleashPatErrors.OperationDenied, "PAT description is none of yours."));

        _form.Problem.ShouldBe("PAT description is none of yours.");
        _form.HasFaults.ShouldBeFalse();
    }

    [Fact]
    public async Task The_next_attempt_drops_what_was_told_at_the_top()
    {
        await _form.SendAsync(() => throw new HttpRequestException());
        _form.Problem.ShouldNotBeNull();

        await _form.SendAsync(() => Task.CompletedTask);
        _form.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Clearing_forgets_all_that_was_wrong()
    {
        await _form.SendAsync(() => throw new HttpRequestException());
        _form["description"] = "Wrong.";

        _form.Clear();

        _form.HasFaults.ShouldBeFalse();
        _form.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_hidden_and_frees_the_form()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _form.SendAsync(() => throw new InvalidOperationException()));

        _form.IsBusy.ShouldBeFalse();
    }
}
