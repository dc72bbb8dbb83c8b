namespace Unleash.Pat.AspNetCore.Feed;

/// <param name="Name">What comes after <c>event:</c>.</param>
/// <param name="Data">What comes after <c>data:</c>, its lines joined.</param>
internal readonly record struct SseEvent(string Name, ReadOnlyMemory<byte> Data);
