using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Unleash.Pat.Api.Inventory;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary><c>dotnet Unleash.Pat.Api.dll tokens …</c>: the tokens of all accounts, for administrators with a shell.</summary>
internal static class TokensCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "write JSON, as the API answers" };

    public static Command Create(AdministrationRunner run) => new("tokens", "List, switch off and revoke the tokens of all accounts.")
    {
        List(run),
        Revoke(run),
        Switch(run, "disable", "Switch tokens off: they are refused until they are switched on again.", isEnabled: false),
        Switch(run, "enable", "Switch tokens on again.", isEnabled: true),
    };

    private static Command List(AdministrationRunner run)
    {
        var filter = new TokenFilterOptions();
        var sort = new Option<string>("--sort") { Description = "id, createdAt, expiresAt, seenAt or owner; with - in front, descending" };
        var limit = new Option<int>("--limit") { Description = "the most tokens to write; all where it is absent or 0" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var given) && given < 0)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--limit must be a whole number, 0 or greater. You gave {given}."));
            }
        });
        var command = new Command("list", "List tokens.") { sort, limit, Json };
        filter.AddTo(command);
        command.SetAction((parsed, cancel) => run(
            (administration, token) =>
            {
                var order = InventoryOrderReader.Read(parsed.GetValue(sort));
                var found = ReadAllAsync(administration, filter.Read(parsed), order, token);
                var most = parsed.GetValue(limit);
                return TokenOutput.WriteAsync(most > 0 ? found.Take(most) : found, parsed.GetValue(Json), token);
            },
            cancel));
        return command;
    }

    private static async IAsyncEnumerable<InventoryTokenSchema> ReadAllAsync(
        Administration administration,
        InventoryFilter filter,
        InventoryOrder order,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        InventoryPosition? after = null;
        do
        {
            var query = new GetInventoryQuery(filter, order, GetInventoryQuery.MaxLimit, after, KnownTotal: null) { IsExport = true };
            var page = (await administration.Mediator.Send(query, cancellationToken)).Page;
            foreach (var token in page.Tokens)
            {
                yield return administration.Mapper.Map<InventoryTokenSchema>(token);
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static Command Revoke(AdministrationRunner run)
    {
        var filter = new TokenFilterOptions();
        var ids = new Argument<long[]>("ids") { Description = "tokens by id; without any, those that the filter names", Arity = ArgumentArity.ZeroOrMore };
        var yes = new Option<bool>("--yes") { Description = "revoke those that the filter names; without it, only say how many they are" };
        var command = new Command("revoke", "Revoke tokens, by id or by a filter.") { ids, yes, Json };
        filter.AddTo(command);
        command.SetAction((parsed, cancel) => run(
            (administration, token) => parsed.GetValue(ids) is { Length: > 0 } named
                ? RevokeAsync(administration, WithoutFilter([.. named.Distinct()], filter.Read(parsed)), parsed.GetValue(Json), token)
                : RevokeAsync(administration, NotEmpty(filter.Read(parsed)), parsed.GetValue(yes), parsed.GetValue(Json), token),
            cancel));
        return command;
    }

    // Threat: the tokens would be revoked though the filter does not name them.
    private static long[] WithoutFilter(long[] ids, InventoryFilter filter) => filter.IsEmpty
        ? ids
        : throw new StartupException("Name tokens by id or by a filter, not by both.");

    private static InventoryFilter NotEmpty(InventoryFilter filter) => filter.IsEmpty
        ? throw new StartupException("Name the tokens by id, or by a filter, for example --unused-since. tokens revoke --help lists the filters.")
        : filter;

    private static async Task RevokeAsync(Administration administration, long[] ids, bool isJson, CancellationToken cancellationToken)
    {
        var unknown = await TokenIds.ForEachAsync(ids, id => administration.Mediator.Send(new DeleteInventoryTokenCommand(id), cancellationToken));
        var revoked = ids.Length - unknown.Count;
        if (isJson || revoked > 0)
        {
            await TokenOutput.WriteRevokedAsync(new RevokedTokens(revoked, revoked, null), isJson, cancellationToken);
        }

        TokenIds.ThrowIfAny(unknown, revoked, "revoked");
    }

    private static async Task RevokeAsync(
        Administration administration, InventoryFilter filter, bool isMeant, bool isJson, CancellationToken cancellationToken)
    {
        var shown = await administration.Mediator.Send(new RevokeTokensCommand(filter, IsDryRun: true, null), cancellationToken);
        var revoked = isMeant
            ? await administration.Mediator.Send(new RevokeTokensCommand(filter, IsDryRun: false, shown.Matched), cancellationToken)
            : shown;
        await TokenOutput.WriteRevokedAsync(revoked, isJson, cancellationToken);
    }

    private static Command Switch(AdministrationRunner run, string name, string meaning, bool isEnabled)
    {
        var ids = new Argument<long[]>("ids") { Description = "tokens by id", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, meaning) { ids, Json };
        command.SetAction((parsed, cancel) => run(
            async (administration, token) =>
            {
                var changed = new List<InventoryTokenSchema>();
                var unknown = await TokenIds.ForEachAsync(
                    [.. parsed.GetRequiredValue(ids).Distinct()],
                    async id => changed.Add(administration.Mapper.Map<InventoryTokenSchema>(await administration.Mediator.Send(
                        new UpdateInventoryTokenCommand(id, new PatChange(null, null, isEnabled)), token))));
                if (changed.Count > 0 || parsed.GetValue(Json))
                {
                    await TokenOutput.WriteAsync(changed.ToAsyncEnumerable(), parsed.GetValue(Json), token);
                }

                TokenIds.ThrowIfAny(unknown, changed.Count, isEnabled ? "switched on" : "switched off");
            },
            cancel));
        return command;
    }
}
