using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Collects errors that are not visible on the page.</summary>
public sealed class PageMonitor
{
    // The page was left before the response arrived.
    private const string Aborted = "net::ERR_ABORTED";

    private const string ReportViolations = """
        addEventListener('securitypolicyviolation', violation =>
            console.error(`Against the policy: ${violation.effectiveDirective} ${violation.blockedURI}`));
        """;

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly ConcurrentQueue<string> _origins = new();
    private readonly ConcurrentBag<string> _expected = [];
    private readonly ConcurrentBag<string> _allowed = [];

    /// <summary>All messages in the console, of any level.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>The errors that the test does not expect.</summary>
    public IReadOnlyList<string> Errors => [.. _errors.Where(error => !_expected.Any(pattern => Regex.IsMatch(error, pattern)))];

    /// <summary>The origins of all requests.</summary>
    public IEnumerable<string> Origins => _origins.Distinct();

    /// <summary>Makes pages report violations of the Content-Security-Policy.</summary>
    public static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync(ReportViolations);

    public void Start(IBrowserContext context)
    {
        context.Console += Add;
        context.WebError += Add;
        context.Request += AddOrigin;
        context.RequestFailed += AddFailedRequest;
    }

    public void Stop(IBrowserContext context)
    {
        context.Console -= Add;
        context.WebError -= Add;
        context.Request -= AddOrigin;
        context.RequestFailed -= AddFailedRequest;
    }

    /// <summary>Declares errors that the test provokes, by a regular expression.</summary>
    public void Expect(string pattern) => _expected.Add(pattern);

    /// <summary>Declares another origin that the test's pages ask, which is none of the admin UI's.</summary>
    public void AllowOrigin(string origin) => _allowed.Add(origin);

    /// <summary>Asserts that no other origin was asked.</summary>
    public void ShouldHaveRequestedOnly(Uri service) =>
        Origins.Except(_allowed).Where(origin => origin != service.GetLeftPart(UriPartial.Authority)).ShouldBeEmpty();

    private void Add(object? sender, IConsoleMessage message)
    {
        _messages.Enqueue(message.Text);
        if (message.Type == "error")
        {
            _errors.Enqueue($"Console: {message.Text} ({message.Location})");
        }
    }

    private void Add(object? sender, IWebError error) => _errors.Enqueue($"Page error: {error.Error}");

    private void AddOrigin(object? sender, IRequest request)
    {
        var uri = new Uri(request.Url);
        if (uri.Scheme is "http" or "https" or "ws" or "wss")
        {
            _origins.Enqueue(uri.GetLeftPart(UriPartial.Authority));
        }
    }

    private void AddFailedRequest(object? sender, IRequest request)
    {
        if (request.Failure != Aborted)
        {
            _errors.Enqueue($"Request: {request.Method} {request.Url} {request.Failure}");
        }
    }
}
