namespace Unleash.Pat.AdminUi.Common;

internal static class ListExtensions
{
    extension<TItem>(List<TItem> items)
    {
        /// <summary>Adds a new item, which a refresh may have added already.</summary>
        public void AddOrReplace(TItem item, Func<TItem, long> id)
        {
            items.RemoveAll(other => id(other) == id(item));
            items.Add(item);
        }
    }
}
