using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Auditing.GetEvents;

/// <summary>Asks for a page of the event log.</summary>
/// <param name="Filter">Which events, and which page.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetEventsQuery(EventFilter Filter) : IRequest<EventPage>;
