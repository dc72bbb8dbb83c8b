using System.Text.RegularExpressions;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.AdminUi;

/// <summary>The service answers every address of the admin UI's pages, and calls every other one unknown.</summary>
public sealed partial class PagesTests
{
    // It is shown at whatever address does not exist.
    private const string NotFound = "/profile/not-found";

    [Fact]
    public void The_pages_that_are_served_are_those_of_the_admin_UI() => Directory
        .EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "Unleash.Pat.AdminUi"), "*.razor", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .Select(line => Page().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups["address"].Value)
        .Where(address => address != NotFound)
        .ShouldBe(AdminUiEndpoints.Pages, ignoreOrder: true);

    [GeneratedRegex("^@page \"(?<address>[^\"]+)\"")]
    private static partial Regex Page();
}
