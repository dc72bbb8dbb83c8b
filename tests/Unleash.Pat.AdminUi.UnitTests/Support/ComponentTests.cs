using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>The services of the UI, with a mocked client and browser.</summary>
public abstract class ComponentTests : BunitContext
{
    // Long, because only a failing test waits for it.
    static ComponentTests() => DefaultWaitTimeout = TimeSpan.FromMinutes(5);

    protected ComponentTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Script = JSInterop.SetupModule("./js/app.js");
        Script.Mode = JSRuntimeMode.Loose;
        Services.AddAdminUi(new Uri("http://localhost/"));
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped(_ => Client.Object);
        Client.Setup(client => client.Service.GetConfigurationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Config);
        Client.Setup(client => client.Policy.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Policy);
        Client.Setup(client => client.Events.GetPageAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AuditEventCursorPage([], 0));
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Me);
    }

    protected FakeTimeProvider Time { get; } = TestTime.Provider();

    protected Mock<IUnleashPatClient> Client { get; } = new();

    /// <summary>The calls to app.js.</summary>
    protected BunitJSModuleInterop Script { get; }

    protected ServiceConfiguration Config { get; } = new()
    {
        PersonalAccessTokens = new() { Enabled = true, MaxPerUser = 10, DefaultLifetime = 30 * 24 * 60 * 60 },
    };

    protected PatPolicy Policy { get; } = new() { RotationOverlap = "00:00:00" };

    protected CurrentAccount Me { get; } = new() { User = new Account { Id = 1, Username = "anna" } };

    protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private protected SessionState Session => Services.GetRequiredService<SessionState>();

    protected string Address => Navigation.ToBaseRelativePath(Navigation.Uri);

    protected Task BeginSessionAsync() => Session.LoadAsync(Xunit.TestContext.Current.CancellationToken);

    protected IRenderedComponent<Shell> Show<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameters = null)
        where TComponent : IComponent =>
        Render<Shell>(shell => shell.AddChildContent(parameters ?? (_ => { })));

    /// <summary>Opens a dialog on an empty page.</summary>
    protected (IRenderedComponent<Shell> Page, Task<DialogResult?> Result) Open<TDialog>(DialogParameters<TDialog> parameters, DialogOptions options)
        where TDialog : IComponent
    {
        var page = Render<Shell>();
        var result = page.InvokeAsync(async () =>
        {
            var dialog = await Services.GetRequiredService<IDialogService>().ShowAsync<TDialog>(null, parameters, options);
            return await dialog.Result;
        });
        page.WaitForElement("[role=dialog]");
        return (page, result);
    }
}
