using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>An account that did something.</summary>
internal sealed class CreatorRow
{
    public long Id { get; init; }

    public string? Username { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public EventCreator ToCreator() => new(Id, Name ?? Username ?? Email ?? "");
}
