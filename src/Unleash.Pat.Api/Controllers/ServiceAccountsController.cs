using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Api.Json;
using Unleash.Pat.Application.ServiceAccounts.CreateServiceAccount;
using Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccount;
using Unleash.Pat.Application.ServiceAccounts.GetServiceAccounts;
using Unleash.Pat.Application.ServiceAccounts.UpdateServiceAccount;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Controllers;

/// <summary>Programs' accounts, for administrators.</summary>
[ApiController]
[AdministratorsOnly]
[Route("api/admin/service-account")]
public sealed class ServiceAccountsController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get all service accounts with their tokens, and root roles.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The service accounts, by id.</returns>
    [HttpGet]
    public async Task<ServiceAccountsSchema> GetServiceAccounts(CancellationToken cancellationToken)
    {
        var accounts = await mediator.Send(new GetServiceAccountsQuery(), cancellationToken);
        return new ServiceAccountsSchema(
            mapper.Map<IReadOnlyList<ServiceAccountSchema>>(accounts),
            mapper.Map<IReadOnlyList<RoleSchema>>(RootRole.All));
    }

    /// <summary>Create a service account.</summary>
    /// <param name="body">What the account is asked to be.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account.</returns>
    [HttpPost]
    [ProducesResponseType<ServiceAccountSchema>(StatusCodes.Status201Created)]
    public async Task<IActionResult> CreateServiceAccount(
        CreateServiceAccountRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var account = await mediator.Send(
            new CreateServiceAccountCommand(body.Name, body.Username, body.RootRole), cancellationToken);
        return StatusCode(StatusCodes.Status201Created, mapper.Map<ServiceAccountSchema>(account));
    }

    /// <summary>Update a service account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="body">What is to be changed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account as it is now.</returns>
    [HttpPut("{id}")]
    public async Task<ServiceAccountSchema> UpdateServiceAccount(
        [IntegerParameter(InPath = true)] long id, UpdateServiceAccountRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return mapper.Map<ServiceAccountSchema>(await mediator.Send(
            new UpdateServiceAccountCommand(id, body.Name, body.RootRole), cancellationToken));
    }

    /// <summary>Delete a service account, with its tokens.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{id}")]
    public async Task<IActionResult> DeleteServiceAccount(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteServiceAccountCommand(id), cancellationToken);
        return Ok();
    }
}
