namespace Unleash.Pat.AdminUi.Common;

/// <summary>What the user does with the page, as far as the browser knows.</summary>
internal enum Attention
{
    /// <summary>The user reads a list or works in it: it must not move.</summary>
    Reading = 0,

    /// <summary>The page shows its beginning, and nothing in its lists is chosen.</summary>
    Free,

    /// <summary>The page is in a tab that cannot be seen.</summary>
    Hidden,
}
