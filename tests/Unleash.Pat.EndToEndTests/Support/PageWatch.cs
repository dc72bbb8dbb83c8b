using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Whatever goes wrong in a browser without a person seeing it.</summary>
public sealed class PageWatch
{
    // Ends with the page that asked: a person who leaves it meets no fault.
    private const string LeftBehind = "net::ERR_ABORTED";

    private const string ReportViolations = """
        addEventListener('securitypolicyviolation', violation =>
            console.error(`Against the policy: ${violation.effectiveDirective} ${violation.blockedURI}`));
        """;

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly ConcurrentQueue<string> _origins = new();
    private readonly ConcurrentBag<string> _expected = [];

    /// <summary>Every line of the console, of any level.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>What was not declared as expected.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Where(fault => !_expected.Any(pattern => Regex.IsMatch(fault, pattern)))];

    /// <summary>Whom the pages have asked.</summary>
    public IEnumerable<string> Origins => _origins.Distinct();

    /// <summary>Has the pages of a browser report what nothing else does.</summary>
    public static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync(ReportViolations);

    public void Start(IBrowserContext context)
    {
        context.Console += Keep;
        context.WebError += Keep;
        context.Request += KeepOrigin;
        context.RequestFailed += KeepFailure;
    }

    public void Stop(IBrowserContext context)
    {
        context.Console -= Keep;
        context.WebError -= Keep;
        context.Request -= KeepOrigin;
        context.RequestFailed -= KeepFailure;
    }

    /// <summary>Declares faults that the test itself provokes, by a regular expression.</summary>
    public void Expect(string pattern) => _expected.Add(pattern);

    /// <summary>Fails where a page asked anybody else than the service.</summary>
    public void ShouldHaveAskedOnly(Uri service) =>
        Origins.Where(origin => origin != service.GetLeftPart(UriPartial.Authority)).ShouldBeEmpty();

    private void Keep(object? sender, IConsoleMessage message)
    {
        _messages.Enqueue(message.Text);
        if (message.Type == "error")
        {
            _faults.Enqueue($"Console: {message.Text} ({message.Location})");
        }
    }

    private void Keep(object? sender, IWebError error) => _faults.Enqueue($"Page error: {error.Error}");

    private void KeepOrigin(object? sender, IRequest request)
    {
        var asked = new Uri(request.Url);
        if (asked.Scheme is "http" or "https" or "ws" or "wss")
        {
            _origins.Enqueue(asked.GetLeftPart(UriPartial.Authority));
        }
    }

    private void KeepFailure(object? sender, IRequest request)
    {
        if (request.Failure != LeftBehind)
        {
            _faults.Enqueue($"Request: {request.Method} {request.Url} {request.Failure}");
        }
    }
}
