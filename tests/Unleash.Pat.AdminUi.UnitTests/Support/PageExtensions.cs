using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>Finds on a page what a person finds: by what it says.</summary>
internal static class PageExtensions
{
    extension<TComponent>(IRenderedComponent<TComponent> page)
        where TComponent : IComponent
    {
        /// <summary>The only button with a name, its words or its label.</summary>
        public IElement Button(string name) => page.FindAll("button").Single(button => NameOf(button) == name);

        public bool HasButton(string name) => page.FindAll("button").Any(button => NameOf(button) == name);

        /// <summary>The words about what went wrong.</summary>
        public string Alert() => string.Join(' ', page.FindAll("[role=alert]").Select(Text).Where(text => text.Length > 0));

        /// <summary>What is said when something changes.</summary>
        public string Status() => string.Join(' ', page.FindAll("[role=status]").Select(Text).Where(text => text.Length > 0));

        /// <summary>All that can be read.</summary>
        public string VisibleText() => string.Concat(page.Nodes.Select(node => node.TextContent)).Squeezed();

        public bool HasDialog() => page.FindAll("[role=dialog]").Count > 0;
    }

    /// <summary>The only dialog that is open.</summary>
    public static IMudDialogInstance Dialog(this IRenderedComponent<Shell> page) => page.FindComponent<MudDialogContainer>().Instance;

    public static string Text(this INode node) => node.TextContent.Squeezed();

    private static string Squeezed(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(IElement button) => button.GetAttribute("aria-label") ?? button.Text();
}
