using FluentValidation;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Users;

/// <summary>The username keeps the rules of every username; the password must only not be empty.</summary>
internal sealed class InitialAdminOptionsValidator : AbstractValidator<InitialAdminOptions>, IValidateOptions<InitialAdminOptions>
{
    public InitialAdminOptionsValidator()
    {
        RuleFor(options => options.Username).NotEmpty().WithMessage("It must not be empty.");
        RuleFor<string?>(options => options.Username).MustBeUsername();
    }

    public ValidateOptionsResult Validate(string? name, InitialAdminOptions options)
    {
        List<string> faults = [.. Validate(options).Errors.Select(fault => $"{Key(nameof(options.Username))}: {fault.ErrorMessage}")];
        if (options.Password is not null && string.IsNullOrWhiteSpace(options.Password))
        {
            faults.Add($"{Key(nameof(options.Password))} must not be empty.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Key(string name) => $"{InitialAdminOptions.Section}:{name}";
}
