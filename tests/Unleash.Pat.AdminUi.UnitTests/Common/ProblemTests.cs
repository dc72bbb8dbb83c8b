using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class ProblemTests
{
    private const string WrongPassword = "The combination of password and username you have provided is invalid.";

    [Fact]
    public void Every_detail_of_a_refusal_is_told() =>
        Problem.InWords(Refusal.Of(400, UnleashPatErrors.BadData, Refusal.Detail("One."), Refusal.Detail("Two."))).ShouldBe("One. Two.");

    [Fact]
    public void A_refusal_without_details_is_told_by_its_message() =>
        Problem.InWords(Refusal.Of(429, UnleashPatErrors.RateLimit)).ShouldBe(UnleashPatErrors.RateLimit);

    [Fact]
    public void What_no_service_of_ours_has_answered_is_told_by_its_status() =>
        Problem.InWords(Refusal.Foreign(502)).ShouldBe("The service answered with the status 502. Try again in a moment.");

    [Fact]
    public void An_answer_that_is_none_of_the_services_is_told_as_such() =>
        Problem.InWords(Refusal.Foreign(200)).ShouldBe("What was answered is not from this service. Check your connection and try again.");

    [Fact]
    public void A_lost_connection_and_a_timeout_are_told_apart()
    {
        Problem.InWords(new HttpRequestException()).ShouldStartWith("The service cannot be reached.");
        Problem.InWords(new TaskCanceledException()).ShouldStartWith("The service took too long");
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(409, false)]
    [InlineData(403, false)]
    public void Only_a_failure_leaves_open_whether_the_deed_was_done(int status, bool isUnknown) =>
        Problem.InWords(Refusal.Of(status, "Some", "No."), "Who knows.").ShouldBe(isUnknown ? "No. Who knows." : "No.");

    [Fact]
    public void Where_no_answer_came_it_is_unknown_whether_the_deed_was_done()
    {
        Problem.InWords(Refusal.Foreign(502), "Who knows.").ShouldBe("The service answered with the status 502. Who knows.");
        Problem.InWords(Refusal.Foreign(200), "Who knows.").ShouldBe("What was answered is not from this service. Who knows.");
        Problem.InWords(new HttpRequestException(), "Who knows.").ShouldBe("The service cannot be reached. Who knows.");
        Problem.InWords(new TaskCanceledException(), "Who knows.").ShouldBe("The service took too long to answer. Who knows.");
    }

    [Fact]
    public void The_end_of_a_session_is_not_a_wrong_password()
    {
        var wrong = Refusal.Of(401, UnleashPatErrors.PasswordMismatch, WrongPassword);

        Problem.IsSignedOut(Refusal.SignedOut()).ShouldBeTrue();
        Problem.IsSignedOut(Refusal.Foreign(401)).ShouldBeTrue();
        Problem.IsSignedOut(wrong).ShouldBeFalse();
        Problem.IsSignedOut(Refusal.Of(403, UnleashPatErrors.NoAccess, "No.")).ShouldBeFalse();
        Problem.InWords(Refusal.SignedOut()).ShouldBe("Your session has ended. Sign in to go on.");
        Problem.InWords(wrong).ShouldBe(WrongPassword);
    }

    [Fact]
    public void A_fault_of_the_program_is_not_expected()
    {
        Problem.IsExpected(new InvalidOperationException()).ShouldBeFalse();
        Problem.IsExpected(Refusal.Foreign(500)).ShouldBeTrue();
        Problem.IsExpected(new HttpRequestException()).ShouldBeTrue();
        Problem.IsExpected(new TaskCanceledException()).ShouldBeTrue();
    }
}
