using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Everything that a page stores in the browser.</summary>
internal static class BrowserState
{
    private const string Everything = """
        async () => JSON.stringify([
            document.documentElement.outerHTML,
            [...document.querySelectorAll('input, textarea')].map(field => field.value),
            { ...localStorage }, { ...sessionStorage },
            await databases(), await caches.keys(),
            location.href, history.state, navigation.entries().map(entry => [entry.url, entry.getState() ?? null]),
        ]);
        """;

    private const string Databases = """
        async function databases() {
            const opened = (await indexedDB.databases()).map(({ name }) => new Promise((resolve, reject) => {
                const open = indexedDB.open(name);
                open.onerror = () => reject(open.error);
                open.onsuccess = () => resolve(open.result);
            }));
            const rows = [];
            for (const database of await Promise.all(opened)) {
                for (const store of database.objectStoreNames) {
                    rows.push(await new Promise((resolve, reject) => {
                        const all = database.transaction(store).objectStore(store).getAll();
                        all.onerror = () => reject(all.error);
                        all.onsuccess = () => resolve(all.result);
                    }));
                }
            }
            return rows;
        }
        """;

    /// <summary>The document, fields, storage, databases, address and history, as one text.</summary>
    public static Task<string> ReadAsync(IPage page) =>
        page.EvaluateAsync<string>($"() => {{ {Databases} return ({Everything.Trim().TrimEnd(';')})(); }}");
}
