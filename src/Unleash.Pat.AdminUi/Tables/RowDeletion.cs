using MudBlazor;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>Deletes what a row of a table shows: the row goes at once, and comes back to its place where the deletion fails.</summary>
internal sealed class RowDeletion(ISnackbar snackbar, BrowserScript browser)
{
    /// <summary>Deletes one item of a list.</summary>
    /// <param name="items">What the table shows.</param>
    /// <param name="item">One of them.</param>
    /// <param name="name">What it is called in the news.</param>
    /// <param name="delete">Deletes it in the service.</param>
    /// <param name="refresh">Shows the list anew.</param>
    /// <returns>What went wrong, in words; nothing where it is gone.</returns>
    public async Task<string?> DeleteAsync<TItem>(List<TItem> items, TItem item, string name, Func<Task> delete, Action refresh)
    {
        var place = items.IndexOf(item);
        items.Remove(item);
        refresh();
        await browser.RescueFocusAsync();
        if (await FailAsync(delete) is { } exception)
        {
            items.Insert(Math.Min(place, items.Count), item);
            return $"“{name}” was not deleted. {Problem.InWords(exception)}";
        }

        snackbar.Add($"Deleted “{name}”.", Severity.Success);
        return null;
    }

    // What is not there any more need not come back.
    private static async Task<Exception?> FailAsync(Func<Task> delete)
    {
        try
        {
            await delete();
            return null;
        }
        catch (Exception exception) when (Problem.IsExpected(exception))
        {
            return Problem.IsMissing(exception) ? null : exception;
        }
    }
}
