using System.CommandLine;
using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary><c>dotnet Unleash.Pat.Api.dll users …</c>: accounts, for administrators with a shell.</summary>
internal static class UsersCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "write JSON" };

    public static Command Create(AdministrationRunner run) => new("users", "Reset passwords, unlink users from the provider, and switch them off and on.")
    {
        ResetPassword(run),
        Unlink(run),
        Switch(run, "disable", "Switch a user off: no sign-in, no session, no token.", isEnabled: false),
        Switch(run, "enable", "Switch a user on again.", isEnabled: true),
    };

    private static Command ResetPassword(AdministrationRunner run)
    {
        var name = Name();
        var fromInput = new Option<bool>("--password-stdin") { Description = "read the new password from standard input; without it, one is made and shown" };
        var command = new Command("reset-password", "Set a user's password, and end the user's sessions.") { name, fromInput, Json };
        command.SetAction((parsed, cancel) => run(
            (administration, token) => ResetPasswordAsync(
                administration, parsed.GetRequiredValue(name), parsed.GetValue(fromInput), parsed.GetValue(Json), token),
            cancel));
        return command;
    }

    // A password is never an argument, which is in the shell's history and in the list of processes.
    private static async Task ResetPasswordAsync(
        Administration administration, string name, bool isFromInput, bool isJson, CancellationToken cancellationToken)
    {
        var user = await FindAsync(administration, name, cancellationToken);
        var password = isFromInput
            ? new Password(await Console.In.ReadLineAsync(cancellationToken) ?? "")
            : GeneratedPassword.Create();
        await administration.Mediator.Send(new ChangeUserPasswordCommand(user.Id, password), cancellationToken);
        var shown = isFromInput ? null : password.Reveal();
        var hint = user.IsEnabled ? "" : $"{Environment.NewLine}The user is switched off, and cannot sign in until users enable has switched it on.";
        await Console.Out.WriteLineAsync(isJson
            ? JsonSerializer.Serialize(new { user.Id, user.Username, user.Email, Password = shown }, WireJson.CreateOptions())
            : (shown is null ? "The password is set." : $"The password is set: {shown}") + hint);
    }

    private static Command Unlink(AdministrationRunner run)
    {
        var name = Name();
        name.Arity = ArgumentArity.ZeroOrOne;
        var all = new Option<bool>("--all") { Description = "all users, for example after the service got a new registration at the provider" };
        var command = new Command("unlink", "Forget who a user is at the OpenID provider, and end the user's sessions.") { name, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is null != result.GetValue(all))
            {
                result.AddError("Name a user, or give --all.");
            }
        });
        command.SetAction((parsed, cancel) => run(
            async (administration, token) =>
            {
                var user = parsed.GetValue(name) is { } given ? await FindAsync(administration, given, token) : null;
                var count = await administration.Mediator.Send(new UnlinkUsersCommand(user?.Id), token);
                await Console.Out.WriteLineAsync(count switch
                {
                    0 => user is null ? "No user was linked." : "The user was not linked. The user's sessions have ended.",
                    1 => "1 user is unlinked.",
                    _ => $"{count} users are unlinked.",
                });
            },
            cancel));
        return command;
    }

    private static Command Switch(AdministrationRunner run, string commandName, string meaning, bool isEnabled)
    {
        var name = Name();
        var command = new Command(commandName, meaning) { name };
        command.SetAction((parsed, cancel) => run(
            async (administration, token) =>
            {
                var user = await FindAsync(administration, parsed.GetRequiredValue(name), token);
                await administration.Mediator.Send(new UpdateUserCommand(user.Id, null, null, null, isEnabled), token);
                await Console.Out.WriteLineAsync($"The user is switched {(isEnabled ? "on" : "off")}.");
            },
            cancel));
        return command;
    }

    private static Argument<string> Name() => new("user") { Description = "the username or the e-mail address" };

    private static async Task<User> FindAsync(Administration administration, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await administration.Mediator.Send(new FindUserQuery(name), cancellationToken);
        }
        catch (RefusedException refused) when (refused.Kind == ErrorKind.NotFoundError)
        {
            throw new StartupException($"There is no user with the username or the e-mail address {name}.");
        }
    }
}
