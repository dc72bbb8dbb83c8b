using MudBlazor;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Deletes or revokes an item, and shows the result.</summary>
internal sealed class Deletion(ISnackbar snackbar)
{
    /// <summary>Deletes an item.</summary>
    /// <returns>An error message, or <see langword="null"/> if the item no longer exists.</returns>
    public async Task<string?> DeleteAsync(string name, Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception) && !ApiErrors.IsNotFound(exception))
        {
            return $"“{BidiText.Isolate(name)}” was not deleted. {ApiErrors.Describe(exception)}";
        }
        catch (Exception exception) when (ApiErrors.IsNotFound(exception))
        {
            // Another user was faster.
        }

        snackbar.Notify($"Deleted “{BidiText.Isolate(name)}”.");
        return null;
    }

    /// <summary>Deletes an item of a list. It disappears at once, and reappears if the deletion fails.</summary>
    /// <param name="id">Returns an item's id; the list may have been loaded again since the user chose the item.</param>
    /// <param name="item">The item to delete.</param>
    /// <param name="name">The item's name in messages.</param>
    /// <param name="refresh">Renders the list.</param>
    /// <returns>An error message, or <see langword="null"/> if the item no longer exists.</returns>
    public async Task<string?> DeleteAsync<TItem>(List<TItem> items, Func<TItem, long> id, TItem item, string name, Func<Task> delete, Action refresh)
    {
        var index = items.FindIndex(other => id(other) == id(item));
        if (index >= 0)
        {
            items.RemoveAt(index);
            refresh();
        }

        var error = await DeleteAsync(name, delete);
        if (error is not null && index >= 0)
        {
            items.Insert(Math.Min(index, items.Count), item);
        }

        return error;
    }
}
