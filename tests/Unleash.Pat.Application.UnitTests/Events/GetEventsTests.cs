using FluentValidation;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Events;

/// <summary>The event log needs ADMIN (docs/api.md, section 5) and takes an offset or a cursor; the API reads limit and offset within their ranges.</summary>
public sealed class GetEventsTests : IDisposable
{
    private readonly UseCases _service = new();

    [Fact]
    public void An_offset_and_a_cursor_exclude_each_other()
    {
        Faults(100, 0, before: 7).ShouldBeEmpty();
        Faults(100, 1, before: 7).ShouldBe(["An offset and a cursor cannot be combined."]);
    }

    [Fact]
    public async Task The_administrator_gets_the_page_that_was_asked_for()
    {
        var filter = new EventFilter(5, 10, "pat-created", 7);
        var page = new EventPage([], new EventTotal(42, false), HasMore: false);
        _service.CurrentUser.Caller = FakeCurrentUser.Administrator;
        _service.Events.Setup(events => events.GetAsync(filter, TestContext.Current.CancellationToken)).ReturnsAsync(page);

        (await _service.Send(new GetEventsQuery(filter))).ShouldBe(page);
    }

    [Fact]
    public async Task Other_callers_are_refused()
    {
        var query = new GetEventsQuery(new EventFilter(100, 0, null, null));

        var refusal = await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => _service.Send(query));

        refusal.Message.ShouldBe("You need the \"ADMIN\" permission to perform this action.");
        _service.VerifyNoHandlerRan();
    }

    public void Dispose() => _service.Dispose();

    private IEnumerable<string> Faults(int limit, int offset, long? before = null) =>
        _service.Get<IValidator<GetEventsQuery>>()
            .Validate(new GetEventsQuery(new EventFilter(limit, offset, null, null, before)))
            .Errors.Select(error => error.ErrorMessage);
}
