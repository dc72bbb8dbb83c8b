using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application;
using Unleash.Pat.Application.ServiceAccounts;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>Service accounts, for administrators.</summary>
[ApiController]
[Route("api/admin/service-account")]
[Tags(ApiTags.ServiceAccounts)]
public sealed class ServiceAccountsController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get all service accounts with their tokens, and root roles.</summary>
    /// <remarks>Returns the service accounts with their tokens, and the root roles.</remarks>
    /// <returns>The service accounts, by id.</returns>
    [HttpGet]
    [Sends<GetServiceAccountsQuery>]
    public async Task<ServiceAccountsSchema> GetServiceAccounts(CancellationToken cancellationToken)
    {
        var accounts = await mediator.Send(new GetServiceAccountsQuery(), cancellationToken);
        return new ServiceAccountsSchema(
            mapper.Map<IReadOnlyList<ServiceAccountSchema>>(accounts),
            mapper.Map<IReadOnlyList<RoleSchema>>(RootRole.All));
    }

    /// <summary>Create a service account.</summary>
    /// <remarks>Creates an account for a program, which cannot sign in and acts by its tokens.</remarks>
    /// <param name="body">The new service account.</param>
    /// <returns>The account.</returns>
    [HttpPost]
    [Sends<CreateServiceAccountCommand>]
    [Refuses(nameof(Errors.RoleNotFound))]
    [Refuses(nameof(Errors.ServiceAccountExists))]
    [ProducesResponseType<ServiceAccountSchema>(StatusCodes.Status201Created)]
    public async Task<IActionResult> CreateServiceAccount(
        CreateServiceAccountRequest body, CancellationToken cancellationToken)
    {
        var account = await mediator.Send(
            new CreateServiceAccountCommand(body.Name, body.Username, body.RootRole), cancellationToken);
        return StatusCode(StatusCodes.Status201Created, mapper.Map<ServiceAccountSchema>(account));
    }

    /// <summary>Update a service account.</summary>
    /// <remarks>Changes a service account. Absent, null or empty properties are kept.</remarks>
    /// <param name="id">The account.</param>
    /// <param name="body">The changes.</param>
    /// <returns>The account as it is now.</returns>
    [HttpPut("{id}")]
    [Sends<UpdateServiceAccountCommand>]
    [Refuses(nameof(Errors.RoleNotFound))]
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    public async Task<ServiceAccountSchema> UpdateServiceAccount(
        [IntegerParameter(InPath = true)] long id, UpdateServiceAccountRequest body, CancellationToken cancellationToken)
    {
        return mapper.Map<ServiceAccountSchema>(await mediator.Send(
            new UpdateServiceAccountCommand(id, body.Name, body.RootRole, body.Enabled), cancellationToken));
    }

    /// <summary>Delete a service account, with its tokens.</summary>
    /// <remarks>Deletes a service account. Its tokens stop working before the response is sent.</remarks>
    /// <param name="id">The account.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{id}")]
    [Sends<DeleteServiceAccountCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    public async Task<IActionResult> DeleteServiceAccount(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteServiceAccountCommand(id), cancellationToken);
        return Ok();
    }
}
