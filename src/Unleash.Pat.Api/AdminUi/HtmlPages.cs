using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>The two pages of the admin UI: to sign in, and for everything else.</summary>
internal sealed class HtmlPages
{
    public const string StartFile = "index.html";
    public const string SignInFile = "sign-in.html";

    private const string NoSession = "data-session=\"none\"";
    private const string LiveSession = "data-session=\"live\"";
    private const string Password = "data-mode=\"password\"";
    private const string Demo = "data-mode=\"demo\"";
    private const string NoForm = "data-mode=\"none\"";
    private const string NoProvider = "hidden></a>";

    /// <exception cref="StartupException">One of them is missing from this build.</exception>
    public HtmlPages(IWebHostEnvironment environment, AdminUiFiles built, DemoSignIn demo, PasswordSignIn password, ProviderSettings provider)
    {
        IReadOnlyList<ResourceAsset> files = [.. FingerprintedFiles(built)];
        var signIn = Read(environment, SignInFile);
        Start = new HtmlPage(StartFile, Read(environment, StartFile), files);
        signIn = (demo.IsEnabled, password.IsEnabled) switch
        {
            (true, _) => signIn.Replace(Password, Demo, StringComparison.Ordinal),
            (_, false) => signIn.Replace(Password, NoForm, StringComparison.Ordinal),
            _ => signIn,
        };
        if (provider.IsEnabled)
        {
            var label = HtmlEncoder.Default.Encode($"Sign in with {provider.DisplayName}");
            signIn = signIn.Replace(NoProvider, $">{label}</a>", StringComparison.Ordinal);
        }

        SignIn = new HtmlPage(SignInFile, signIn, files);
        SignedIn = new HtmlPage(SignInFile, signIn.Replace(NoSession, LiveSession, StringComparison.Ordinal), files);
    }

    /// <summary>Loads the UI, which shows the page of the address.</summary>
    public HtmlPage Start { get; }

    /// <summary>Needs no WebAssembly, so that nobody waits for a download to sign in.</summary>
    public HtmlPage SignIn { get; }

    /// <summary>The same for a browser with a session, which it sends on to the page that was asked for.</summary>
    public HtmlPage SignedIn { get; }

    private static string Read(IWebHostEnvironment environment, string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(name);
        if (!file.Exists)
        {
            throw new StartupException($"The admin UI's {name} is missing from this build of the service; publish it again.");
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<ResourceAsset> FingerprintedFiles(AdminUiFiles built) => built.Descriptors
        .Where(file => file.Selectors.Count == 0 && file.Properties.Any(property => property.Name == HtmlPage.Label))
        .Select(file => new ResourceAsset(file.Route, [.. file.Properties.Select(property => new ResourceAssetProperty(property.Name, property.Value))]));
}
