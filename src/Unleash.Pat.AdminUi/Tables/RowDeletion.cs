using MudBlazor;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>Deletes what a row of a table shows: the row goes at once, and comes back to its place where the deletion fails.</summary>
internal sealed class RowDeletion(ISnackbar snackbar)
{
    /// <summary>Deletes one item of a list.</summary>
    /// <param name="items">What the table shows.</param>
    /// <param name="id">What tells one from another; the list may have been loaded again since somebody chose one.</param>
    /// <param name="item">The one to delete.</param>
    /// <param name="name">What it is called in the news.</param>
    /// <param name="delete">Deletes it in the service.</param>
    /// <param name="refresh">Shows the list again.</param>
    /// <returns>What went wrong, in words; nothing where it is gone.</returns>
    public async Task<string?> DeleteAsync<TItem>(List<TItem> items, Func<TItem, long> id, TItem item, string name, Func<Task> delete, Action refresh)
    {
        var place = items.FindIndex(other => id(other) == id(item));
        if (place >= 0)
        {
            items.RemoveAt(place);
            refresh();
        }

        if (await FailAsync(delete) is { } exception)
        {
            if (place >= 0)
            {
                items.Insert(Math.Min(place, items.Count), item);
            }

            return $"“{Isolated.Text(name)}” was not deleted. {Problem.InWords(exception)}";
        }

        snackbar.Tell($"Deleted “{Isolated.Text(name)}”.");
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
