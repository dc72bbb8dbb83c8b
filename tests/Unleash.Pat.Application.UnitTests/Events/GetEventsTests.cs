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
        var (filter, slice) = (new EventFilter { Types = ["pat-created"], UserIds = [7] }, new EventSlice(5, 10));
        var page = new EventPage([], new EventTotal(42, false));
        _service.CurrentUser.Caller = FakeCurrentUser.Administrator;
        _service.Events.Setup(events => events.GetPageAsync(filter, slice, TestContext.Current.CancellationToken)).ReturnsAsync(page);

        (await _service.Send(new GetEventsQuery(filter, slice))).ShouldBe(page);
    }

    [Fact]
    public async Task Other_callers_are_refused()
    {
        var query = new GetEventsQuery(new EventFilter(), new EventSlice(100));

        var refusal = await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => _service.Send(query));

        refusal.Message.ShouldBe("You need the \"ADMIN\" permission to perform this action.");
        _service.VerifyNoHandlerRan();
    }

    public void Dispose() => _service.Dispose();

    private IEnumerable<string> Faults(int limit, int offset, long? before = null) =>
        _service.Get<IValidator<GetEventsQuery>>()
            .Validate(new GetEventsQuery(
                new EventFilter(), new EventSlice(limit, offset, before is { } id ? new EventPosition(id, IsNewer: false) : null)))
            .Errors.Select(error => error.ErrorMessage);
}
