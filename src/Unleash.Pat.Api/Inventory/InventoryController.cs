using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Http.Exports;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Inventory;

/// <summary>The personal access tokens of all accounts, for administrators (docs/api.md, section 9).</summary>
[ApiController]
[Route("api/admin/personal-access-tokens")]
[Tags(ApiTags.Inventory)]
public sealed class InventoryController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get the Personal Access Tokens of all accounts.</summary>
    /// <remarks>
    /// Returns a page of tokens, without their secrets, and the number of those that match. A page that `cursor` names costs
    /// the same however far back it is. With `accept: text/csv`, or `format=csv`: all that match, as CSV. An empty
    /// parameter counts as absent.
    /// </remarks>
    /// <param name="state">`active`: not expired, and the token and its account are switched on. `expired`. `disabled`: the token or its account is switched off.</param>
    /// <param name="accountType">The kind of account: `User` or `Service Account`.</param>
    /// <param name="userId">The account.</param>
    /// <param name="query">A part of the description, or of the account's username, name or address, in any case and any script.</param>
    /// <param name="scope">A scope that the token has.</param>
    /// <param name="unrestricted">`true`: only tokens without scopes.</param>
    /// <param name="neverExpires">`true`: only tokens that expire in more than a hundred years.</param>
    /// <param name="expiresBefore">Only tokens that expire before.</param>
    /// <param name="createdBefore">Only tokens that were created before.</param>
    /// <param name="unusedSince">Only tokens that were not used since; one that never was counts from its creation.</param>
    /// <param name="violatesPolicy">`true`: only tokens that the policy in force would refuse.</param>
    /// <param name="sort">`id`, `createdAt`, `expiresAt`, `seenAt` (never used first) or `owner`; with `-` in front, descending.</param>
    /// <param name="limit">The most tokens to give; does not matter for CSV.</param>
    /// <param name="cursor">Begin after the page whose `nextCursor` this is, with the same filter and sort.</param>
    /// <param name="format">`csv`: all tokens that match, whatever `accept` says. `json`: a page.</param>
    /// <returns>A page of tokens.</returns>
    [HttpGet]
    [Sends<GetInventoryQuery>]
    [AlsoSends(ExportMedia.Csv)]
    [SendsHeader("content-disposition", "The name of the file, of CSV.")]
    [ProducesResponseType<InventorySchema>(StatusCodes.Status200OK)]
    public async Task<IActionResult> GetTokens(
        [FromQuery] string? state,
        [FromQuery] string? accountType,
        [IntegerParameter] long? userId,
        [FromQuery] string? query,
        [FromQuery] string? scope,
        [QueryParameter] bool? unrestricted,
        [QueryParameter] bool? neverExpires,
        [QueryParameter] DateTimeOffset? expiresBefore,
        [QueryParameter] DateTimeOffset? createdBefore,
        [QueryParameter] DateTimeOffset? unusedSince,
        [QueryParameter] bool? violatesPolicy,
        [FromQuery] string? sort,
        [IntegerParameter, Range(1, GetInventoryQuery.MaxLimit)] int limit = GetInventoryQuery.DefaultLimit,
        [FromQuery] string? cursor = null,
        [FromQuery] string? format = null,
        CancellationToken cancellationToken = default)
    {
        QueryRules.RequireOnce(Request.Query);
        var filter = new InventoryFilterReader(InventoryFilterReader.Query).Read(new InventoryFilterRequest
        {
            State = state,
            AccountType = accountType,
            UserId = userId,
            Query = query,
            Scope = scope,
            Unrestricted = unrestricted,
            NeverExpires = neverExpires,
            ExpiresBefore = expiresBefore,
            CreatedBefore = createdBefore,
            UnusedSince = unusedSince,
            ViolatesPolicy = violatesPolicy,
        });
        var order = InventoryOrderReader.Read(sort);
        return ExportForm.Of(Request, format, ExportMedia.Csv) is not null
            ? new ExportResult<InventoryToken, InventoryPosition>(
                InventoryCsv.Format, (after, token) => ReadBatchAsync(filter, order, after, token))
            : Ok(await GetPageAsync(filter, order, limit, cursor, cancellationToken));
    }

    /// <summary>Get one Personal Access Token of any account.</summary>
    /// <remarks>Returns a token, without its secret, and the account that holds it.</remarks>
    /// <param name="id">The token.</param>
    /// <returns>The token.</returns>
    [HttpGet("{id}")]
    [Sends<GetInventoryTokenQuery>]
    [Refuses(nameof(Errors.PatNotFound))]
    public async Task<InventoryTokenSchema> GetToken(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        mapper.Map<InventoryTokenSchema>(await mediator.Send(new GetInventoryTokenQuery(id), cancellationToken));

    /// <summary>Change a Personal Access Token of any account.</summary>
    /// <remarks>
    /// Renames the token, brings its expiry nearer, or switches it off or on. A token that is switched off is refused before
    /// the response is sent.
    /// </remarks>
    /// <param name="id">The token.</param>
    /// <param name="body">The changes. Absent or null properties are kept.</param>
    /// <returns>The token as it is now.</returns>
    [HttpPut("{id}")]
    [Sends<UpdateInventoryTokenCommand>]
    [Refuses(nameof(Errors.ExpiryNotShortened))]
    [Refuses(nameof(Errors.PatNotFound))]
    [Refuses(nameof(Errors.DescriptionExists))]
    public async Task<InventoryTokenSchema> UpdateToken(
        [IntegerParameter(InPath = true)] long id, UpdatePatRequest body, CancellationToken cancellationToken) =>
        mapper.Map<InventoryTokenSchema>(await mediator.Send(new UpdateInventoryTokenCommand(id, body.ToChange()), cancellationToken));

    /// <summary>Delete a Personal Access Token of any account.</summary>
    /// <remarks>Deletes a token of any account. The token is refused before the response is sent.</remarks>
    /// <param name="id">The token.</param>
    /// <returns>Nothing.</returns>
    /// <response code="200">The token is deleted.</response>
    [HttpDelete("{id}")]
    [Sends<DeleteInventoryTokenCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.PatNotFound))]
    public async Task<IActionResult> DeleteToken([IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteInventoryTokenCommand(id), cancellationToken);
        return Ok();
    }

    /// <summary>Revoke all Personal Access Tokens that a filter names.</summary>
    /// <remarks>
    /// Without `"dryRun": false` it only shows how many tokens the filter matches, and some of them. To revoke them, send that
    /// number as `expected`: if it is not the same any more, nothing is revoked. A filter that is empty, or has a property that
    /// is not known, is refused.
    /// </remarks>
    /// <param name="body">Which tokens.</param>
    /// <returns>How many were revoked.</returns>
    [HttpPost("revoke")]
    [Sends<RevokeTokensCommand>]
    [Refuses(nameof(Errors.InventoryFilterEmpty))]
    [Refuses(nameof(Errors.ExpectedMissing))]
    [Refuses(nameof(Errors.OtherNumberOfTokens))]
    public async Task<RevokedTokensSchema> RevokeTokens(RevokeTokensRequest body, CancellationToken cancellationToken)
    {
        var filter = new InventoryFilterReader("/body/filter").Read(body.Filter);
        var revoked = await mediator.Send(
            new RevokeTokensCommand(filter, body.DryRun ?? true, body.Expected), cancellationToken);
        return new RevokedTokensSchema(revoked.Matched, revoked.Revoked)
        {
            Sample = revoked.Sample is { } sample ? mapper.Map<IReadOnlyList<InventoryTokenSchema>>(sample) : null,
        };
    }

    private async Task<ExportBatch<InventoryToken, InventoryPosition>> ReadBatchAsync(
        InventoryFilter filter, InventoryOrder order, InventoryPosition? after, CancellationToken cancellationToken)
    {
        var (page, _) = await mediator.Send(
            new GetInventoryQuery(filter, order, GetInventoryQuery.MaxLimit, after, KnownTotal: null) { IsExport = true }, cancellationToken);
        return new ExportBatch<InventoryToken, InventoryPosition>(page.Tokens, page.Next);
    }

    private async Task<InventorySchema> GetPageAsync(
        InventoryFilter filter, InventoryOrder order, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var begin = InventoryCursor.Read(cursor, filter, order);
        var (page, total) = await mediator.Send(
            new GetInventoryQuery(filter, order, limit, begin?.After, begin?.Total), cancellationToken);
        return new InventorySchema(mapper.Map<IReadOnlyList<InventoryTokenSchema>>(page.Tokens), total)
        {
            NextCursor = page.Next is { } next ? new InventoryCursor(next, total).Write(filter, order) : null,
        };
    }
}
