namespace Unleash.Pat.Api.Hosting.Logging;

/// <summary>The first line of the runtime's own messages, whose others are advice for programmers.</summary>
internal static class FirstLine
{
    public static string Of(Exception exception) => exception.Message.Split('\r', '\n')[0];
}
