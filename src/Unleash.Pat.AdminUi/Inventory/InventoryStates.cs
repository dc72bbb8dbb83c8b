namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>The states of tokens, as a filter names them.</summary>
internal static class InventoryStates
{
    public const string Active = "active";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [Active] = "Active",
        ["expired"] = "Expired",
        ["disabled"] = "Switched off",
    };
}
