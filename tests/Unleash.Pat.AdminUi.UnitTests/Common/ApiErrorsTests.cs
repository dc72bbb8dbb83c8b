using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class ApiErrorsTests
{
    private const string WrongPassword = "The combination of password and username you have provided is invalid.";

    [Fact]
    public void All_details_of_an_error_are_described() =>
        ApiErrors.Describe(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail("One."), TestErrors.Detail("Two."))).ShouldBe("One. Two.");

    [Fact]
    public void An_error_without_details_is_described_by_its_message() =>
        ApiErrors.Describe(TestErrors.Create(429, UnleashPatErrors.RateLimit)).ShouldBe(UnleashPatErrors.RateLimit);

    [Fact]
    public void A_response_of_a_proxy_is_described_by_its_status() =>
        ApiErrors.Describe(TestErrors.WithoutBody(502)).ShouldBe("The service answered with status 502. Try again in a moment.");

    [Fact]
    public void A_success_that_is_not_the_services_is_described_as_such() =>
        ApiErrors.Describe(TestErrors.WithoutBody(200)).ShouldBe("The response did not come from this service. Check your connection and try again.");

    [Fact]
    public void A_lost_connection_and_a_timeout_are_described_differently()
    {
        ApiErrors.Describe(new HttpRequestException()).ShouldStartWith("The service cannot be reached.");
        ApiErrors.Describe(new TaskCanceledException()).ShouldStartWith("The service took too long");
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(409, false)]
    [InlineData(403, false)]
    public void Only_a_server_error_has_an_unknown_outcome(int status, bool isUnknown) =>
        ApiErrors.Describe(TestErrors.Create(status, "Some", "No."), "Who knows.").ShouldBe(isUnknown ? "No. Who knows." : "No.");

    [Fact]
    public void Without_the_services_response_the_outcome_is_unknown()
    {
        ApiErrors.Describe(TestErrors.WithoutBody(502), "Who knows.").ShouldBe("The service answered with status 502. Who knows.");
        ApiErrors.Describe(TestErrors.WithoutBody(200), "Who knows.").ShouldBe("The response did not come from this service. Who knows.");
        ApiErrors.Describe(new HttpRequestException(), "Who knows.").ShouldBe("The service cannot be reached. Who knows.");
        ApiErrors.Describe(new TaskCanceledException(), "Who knows.").ShouldBe("The service took too long to answer. Who knows.");
    }

    [Fact]
    public void The_end_of_a_session_is_not_a_wrong_password()
    {
        var wrong = TestErrors.Create(401, UnleashPatErrors.PasswordMismatch, WrongPassword);

        ApiErrors.IsSignedOut(TestErrors.SignedOut()).ShouldBeTrue();
        ApiErrors.IsSignedOut(TestErrors.WithoutBody(401)).ShouldBeTrue();
        ApiErrors.IsSignedOut(wrong).ShouldBeFalse();
        ApiErrors.IsSignedOut(TestErrors.Create(403, UnleashPatErrors.NoAccess, "No.")).ShouldBeFalse();
        ApiErrors.Describe(TestErrors.SignedOut()).ShouldBe("Your session has ended. Sign in to continue.");
        ApiErrors.Describe(wrong).ShouldBe(WrongPassword);
    }

    [Fact]
    public void A_bug_is_not_expected()
    {
        ApiErrors.IsExpected(new InvalidOperationException()).ShouldBeFalse();
        ApiErrors.IsExpected(TestErrors.WithoutBody(500)).ShouldBeTrue();
        ApiErrors.IsExpected(new HttpRequestException()).ShouldBeTrue();
        ApiErrors.IsExpected(new TaskCanceledException()).ShouldBeTrue();
    }
}
