using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>The state of a form: whether it is being sent, and its error messages.</summary>
/// <param name="fields">The form's fields, named as in the service's requests.</param>
public sealed class FormState(params IReadOnlyCollection<string> fields)
{
    private readonly Dictionary<string, string> _errors = [];

    public bool IsBusy { get; private set; }

    /// <summary>Whether the last attempt to send failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The error message that belongs to no field.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>Whether a field has an error.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>The error message of a field.</summary>
    public string? this[string field]
    {
        get => _errors.GetValueOrDefault(field);
        set
        {
            if (value is null)
            {
                _errors.Remove(field);
            }
            else
            {
                _errors[field] = value;
            }
        }
    }

    /// <summary>Removes all error messages.</summary>
    public void Clear()
    {
        _errors.Clear();
        HasFailed = false;
        ErrorMessage = null;
    }

    /// <summary>Sends the form, and shows the errors that the service returns.</summary>
    /// <param name="unknownOutcome">The advice to give if the service may have done what was asked.</param>
    /// <returns>Whether it succeeded; <see langword="false"/> also if the form is already being sent.</returns>
    public async Task<bool> SendAsync(Func<Task> send, string? unknownOutcome = null)
    {
        if (IsBusy)
        {
            return false;
        }

        IsBusy = true;
        HasFailed = false;
        ErrorMessage = null;
        try
        {
            await send();
            return true;
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception))
        {
            HasFailed = true;
            AddErrors(exception, unknownOutcome);
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private static bool IsAboutInput(UnleashPatException exception) =>
        exception.Is(UnleashPatErrors.BadData) || exception.Is(UnleashPatErrors.NameExists) || exception.Is(UnleashPatErrors.PasswordMismatch);

    private static string Append(string? message, string next) => message is null ? next : $"{message} {next}";

    private void AddErrors(Exception exception, string? unknownOutcome)
    {
        if (exception is not UnleashPatException { Error.Details: { Count: > 0 } details } error || !IsAboutInput(error))
        {
            ErrorMessage = ApiErrors.Describe(exception, unknownOutcome);
            return;
        }

        foreach (var detail in details)
        {
            if (FieldErrorMapper.FieldOf(detail, fields) is { } field)
            {
                this[field] = Append(this[field], detail.Message);
            }
            else
            {
                ErrorMessage = Append(ErrorMessage, detail.Message);
            }
        }
    }
}
