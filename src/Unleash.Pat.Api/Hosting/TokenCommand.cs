using System.CommandLine;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// <c>dotnet Unleash.Pat.Api.dll token inspect</c>: whether a text has the form and the checksum of a token
/// (docs/api.md, section 2), without a database or any configuration.
/// </summary>
internal static class TokenCommand
{
    public const string Name = "token";
    public const string Inspect = "inspect";

    /// <summary>Why the command takes no argument.</summary>
    /// <remarks>Threat: an argument is in the shell's history, and every user of the machine can read it in the list of processes.</remarks>
    public const string NoArgument =
        "a token is never an argument, because arguments are in the shell's history and in the list of processes. "
        + "token inspect reads it from standard input. Revoke a token that was given as an argument";

    private const string Scheme = "Bearer ";
    private const int Right = 0;
    private const int Wrong = 1;

    // Any header with a token fits, and no file that was sent here by mistake is read whole.
    private const int LongestText = 1024;

    public static Command Create()
    {
        var inspect = new Command(
            Inspect,
            "Tell whether the text on standard input has the form and the checksum of a token. "
            + "The exit code is 0 if both are right, and 1 if not. The secret is not shown.");
        inspect.SetAction(async (_, cancellationToken) =>
        {
            if (!Console.IsInputRedirected)
            {
                await Console.Error.WriteLineAsync("Paste the token, press Enter, and end the input (Ctrl+D, on Windows Ctrl+Z and Enter).");
            }

            return await InspectAsync(Console.In, Console.Out, cancellationToken);
        });
        return new Command(Name, "Inspect a token without the service.") { inspect };
    }

    /// <summary>Whether an argument may be a secret, which no message may repeat.</summary>
    public static bool MayBeSecret(string argument) => argument.AsSpan().TrimStart() is var text
        && (text.StartsWith("user:", StringComparison.Ordinal)
            || text.StartsWith('*')
            || text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase));

    /// <returns>The exit code.</returns>
    public static async Task<int> InspectAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var text = WithoutScheme(await ReadAsync(input, cancellationToken));
        var (report, exitCode) = Report(text.Span);
        await output.WriteLineAsync(report.AsMemory(), cancellationToken);
        return exitCode;
    }

    private static async Task<ReadOnlyMemory<char>> ReadAsync(TextReader input, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestText + 1];
        var read = await input.ReadBlockAsync(buffer, cancellationToken);
        return buffer.AsMemory(0, read);
    }

    // Some shells write a byte order mark in front of what they pipe.
    private static ReadOnlyMemory<char> WithoutScheme(ReadOnlyMemory<char> text)
    {
        var trimmed = text.TrimStart('\uFEFF').Trim();
        return trimmed.Span.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? trimmed[Scheme.Length..].Trim() : trimmed;
    }

    private static (string Report, int ExitCode) Report(ReadOnlySpan<char> text)
    {
        if (!TokenSecret.TryParse(text, out var token))
        {
            return ($"form:      wrong: {Fault(text)}", Wrong);
        }

        var isRight = TokenSecret.HasValidChecksum(text);
        string[] lines =
        [
            $"kind:      {(token.Kind == TokenKind.Admin ? "admin token" : "personal access token, or token of a service account")}",
            "form:      right",
            $"checksum:  {(isRight ? "right" : "wrong or none: mistyped, invented, or imported from Unleash, whose tokens have no checksum")}",
            $"selector:  {token.Selector}",
        ];
        return (string.Join(Environment.NewLine, lines), isRight ? Right : Wrong);
    }

    private static string Fault(ReadOnlySpan<char> text) => text switch
    {
        [] => "there is no text on standard input",
        { Length: > LongestText } => "the text is longer than any token",
        _ when text.ContainsAny(" \t\r\n") => "the text has spaces or line breaks; send one token at a time",
        _ when text.StartsWith(TokenSecret.Prefix) => $"a personal access token has {TokenSecret.Length} characters: {TokenSecret.Prefix}<22 characters>_<43 characters>, each of A-Z, a-z, 0-9, - and _",
        _ when text.StartsWith("user:") => "a token of an older version of Unleash is user: and 56 of 0-9 and a-f",
        ['*', ..] => "it may be an admin token of the configuration, which has no checksum",
        _ => $"a token begins with {TokenSecret.Prefix}, user: or {TokenSecret.AdminPrefix}",
    };
}
