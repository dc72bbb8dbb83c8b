using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>Finds elements by their visible text.</summary>
internal static class PageExtensions
{
    extension<TComponent>(IRenderedComponent<TComponent> page)
        where TComponent : IComponent
    {
        /// <summary>The only button with this text or label.</summary>
        public IElement Button(string name) => page.FindAll("button").Single(button => NameOf(button) == name);

        /// <summary>The address of the only link with this text.</summary>
        public string? Link(string name) => page.FindAll("a").Single(link => NameOf(link) == name).GetAttribute("href");

        public bool HasButton(string name) => page.FindAll("button").Any(button => NameOf(button) == name);

        /// <summary>The text of all alerts.</summary>
        public string Alert() => string.Join(' ', page.FindAll("[role=alert]").Select(Text).Where(text => text.Length > 0));

        /// <summary>The text of all status regions.</summary>
        public string Status() => string.Join(' ', page.FindAll("[role=status]").Select(Text).Where(text => text.Length > 0));

        public string VisibleText() => string.Concat(page.Nodes.Select(node => node.TextContent)).Squeezed();

        /// <summary>Closes the dialog with a secret, which asks because nothing was copied.</summary>
        public void CloseUncopied()
        {
            page.DialogButton("Close").Click();
            page.DialogButton("Close without copying").Click();
        }

        /// <summary>The only button of the dialog with this text or label.</summary>
        public IElement DialogButton(string name) => page.FindAll("[role=dialog] button").Single(button => NameOf(button) == name);

        public bool HasDialog() => page.FindAll("[role=dialog]").Count > 0;
    }

    public static IMudDialogInstance Dialog(this IRenderedComponent<Shell> page) => page.FindComponent<MudDialogContainer>().Instance;

    public static string Text(this INode node) => node.TextContent.Squeezed();

    private static string Squeezed(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(IElement button) => button.GetAttribute("aria-label") ?? button.Text();
}
