using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>Users, for administrators.</summary>
[ApiController]
[Route("api/admin/user-admin")]
[Tags(ApiTags.Users)]
public sealed class UsersController(IMediator mediator, IMapper mapper, PasswordSignIn passwords) : ControllerBase
{
    /// <summary>Get all users and root roles.</summary>
    /// <remarks>Returns a page of users, and the root roles.</remarks>
    /// <param name="limit">The most users to give.</param>
    /// <param name="offset">How many users to skip.</param>
    /// <returns>A page of users, by id.</returns>
    [HttpGet]
    [Sends<GetUsersQuery>]
    public async Task<UsersSchema> GetUsers(
        [IntegerParameter, Range(1, UserPage.MaxLimit)] int limit = UserPage.MaxLimit,
        [IntegerParameter, Range(0, int.MaxValue)] int offset = 0,
        CancellationToken cancellationToken = default)
    {
        var page = await mediator.Send(new GetUsersQuery(limit, offset), cancellationToken);
        return new UsersSchema(
            mapper.Map<IReadOnlyList<UserAdminSchema>>(page.Users),
            mapper.Map<IReadOnlyList<RoleSchema>>(RootRole.All),
            page.Total);
    }

    /// <summary>Create a new user.</summary>
    /// <remarks>
    /// Creates a user, who signs in with a password. Without one, the response has a link with which the user sets a password,
    /// once, within 24 hours.
    /// </remarks>
    /// <param name="body">The new user.</param>
    /// <returns>The user.</returns>
    [HttpPost]
    [Sends<CreateUserCommand>]
    [ProducesResponseType<UserCreatedSchema>(StatusCodes.Status201Created)]
    [SendsHeader("location", "The location of the newly created resource.")]
    [Refuses(nameof(Errors.NoUsernameOrEmail))]
    [Refuses(nameof(Errors.UserExists))]
    [Refuses(nameof(Errors.TooManyPasswords))]
    public async Task<ActionResult<UserCreatedSchema>> CreateUser(
        CreateUserRequest body, CancellationToken cancellationToken)
    {
        var created = await mediator.Send(
            new CreateUserCommand(body.Username, body.Email, body.Name, body.Password, body.RootRole) { Invites = passwords.IsEnabled },
            cancellationToken);
        return Created($"{Request.PathBase}/api/admin/user-admin/{created.User.Id}", mapper.Map<UserCreatedSchema>(created.User) with
        {
            InviteLink = created.Invitation is { } token ? PasswordLinkAddress.OfInvitation(Request, token) : "",
        });
    }

    /// <summary>Search users by a part of their username, name or e-mail address.</summary>
    /// <remarks>Returns the users found; none where the part is shorter than two characters.</remarks>
    /// <param name="q">The part, of two characters or more.</param>
    /// <returns>The users found.</returns>
    [HttpGet("search")]
    [Sends<SearchUsersQuery>]
    public async Task<IReadOnlyList<UserIdentitySchema>> SearchUsers(
        [FromQuery] string? q, CancellationToken cancellationToken) =>
        mapper.Map<IReadOnlyList<UserIdentitySchema>>(await mediator.Send(new SearchUsersQuery(q), cancellationToken));

    /// <summary>Check a password against the rules.</summary>
    /// <remarks>Returns 400 with every rule that the password breaks.</remarks>
    /// <param name="body">The password.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("validate-password")]
    [Sends<ValidatePasswordQuery>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.PasswordTooShort))]
    public async Task<IActionResult> ValidateUserPassword(PasswordRequest body, CancellationToken cancellationToken)
    {
        await mediator.Send(new ValidatePasswordQuery(body.Password), cancellationToken);
        return Ok();
    }

    /// <summary>Get one user.</summary>
    /// <remarks>Returns a user.</remarks>
    /// <param name="id">The user.</param>
    /// <returns>The user.</returns>
    [HttpGet("{id}")]
    [Sends<GetUserQuery>]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<UserAdminSchema> GetUser(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        mapper.Map<UserAdminSchema>(await mediator.Send(new GetUserQuery(id), cancellationToken));

    /// <summary>Update a user.</summary>
    /// <remarks>Changes a user. Absent, null or empty properties are kept.</remarks>
    /// <param name="id">The user.</param>
    /// <param name="body">The changes.</param>
    /// <returns>The user as it is now.</returns>
    [HttpPut("{id}")]
    [Sends<UpdateUserCommand>]
    [Refuses(nameof(Errors.RoleNotFound))]
    [Refuses(nameof(Errors.LastAdministrator))]
    [Refuses(nameof(Errors.UserNotFound))]
    [Refuses(nameof(Errors.UserExists))]
    public async Task<UserAdminSchema> UpdateUser(
        [IntegerParameter(InPath = true)] long id, UpdateUserRequest body, CancellationToken cancellationToken)
    {
        return mapper.Map<UserAdminSchema>(await mediator.Send(
            new UpdateUserCommand(id, body.Name, body.Email, body.RootRole, body.Enabled), cancellationToken));
    }

    /// <summary>Delete a user, with sessions and tokens.</summary>
    /// <remarks>
    /// Deletes a user. The user's sessions, tokens and admin tokens stop working before the response is sent.
    /// </remarks>
    /// <param name="id">The user.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{id}")]
    [Sends<DeleteUserCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.LastAdministrator))]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<IActionResult> DeleteUser(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteUserCommand(id), cancellationToken);
        return Ok();
    }

    /// <summary>Set a user's password.</summary>
    /// <remarks>Sets a user's password, and ends the user's sessions.</remarks>
    /// <param name="id">The user.</param>
    /// <param name="body">The password.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("{id}/change-password")]
    [Sends<ChangeUserPasswordCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.PasswordTooShort))]
    [Refuses(nameof(Errors.OwnPasswordByToken))]
    [Refuses(nameof(Errors.UserNotFound))]
    [Refuses(nameof(Errors.TooManyPasswords))]
    public async Task<IActionResult> ChangeUserPassword(
        [IntegerParameter(InPath = true)] long id, PasswordRequest body, CancellationToken cancellationToken)
    {
        await mediator.Send(new ChangeUserPasswordCommand(id, body.Password), cancellationToken);
        return Ok();
    }
}
