using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>What a form knows of its own sending: whether it is under way, and what was wrong with which field.</summary>
/// <param name="fields">The form's fields, by the names that the service's requests give them.</param>
public sealed class FormState(params IReadOnlyCollection<string> fields)
{
    private readonly Dictionary<string, string> _faults = [];

    /// <summary>Whether the form is being sent.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What went wrong and belongs to no field, in words.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether the service refused what was sent last, or its answer did not come.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether a field is at fault.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>What is wrong with a field, in words, or <see langword="null"/>.</summary>
    /// <param name="field">One of the form's fields.</param>
    public string? this[string field]
    {
        get => _faults.GetValueOrDefault(field);
        set
        {
            if (value is null)
            {
                _faults.Remove(field);
            }
            else
            {
                _faults[field] = value;
            }
        }
    }

    /// <summary>Forgets what was wrong.</summary>
    public void Clear()
    {
        _faults.Clear();
        IsRefused = false;
        Problem = null;
    }

    /// <summary>Sends, and tells a refusal at the fields that it is about.</summary>
    /// <param name="send">The call.</param>
    /// <param name="unknown">What to say where it is unknown whether the call has done what it should.</param>
    /// <returns>Whether it succeeded; <see langword="false"/> too where the form was being sent already.</returns>
    public async Task<bool> SendAsync(Func<Task> send, string? unknown = null)
    {
        if (IsBusy)
        {
            return false;
        }

        IsBusy = true;
        IsRefused = false;
        Problem = null;
        try
        {
            await send();
            return true;
        }
        catch (Exception exception) when (Common.Problem.IsExpected(exception))
        {
            IsRefused = true;
            Tell(exception, unknown);
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private static bool IsAboutTheInput(UnleashPatException refusal) =>
        refusal.Is(UnleashPatErrors.BadData) || refusal.Is(UnleashPatErrors.NameExists) || refusal.Is(UnleashPatErrors.PasswordMismatch);

    private void Tell(Exception exception, string? unknown)
    {
        if (exception is not UnleashPatException { Error.Details: { Count: > 0 } details } refusal || !IsAboutTheInput(refusal))
        {
            Problem = Common.Problem.InWords(exception, unknown);
            return;
        }

        foreach (var detail in details)
        {
            if (Refusals.FieldOf(detail, fields) is { } field)
            {
                this[field] = this[field] is { } other ? $"{other} {detail.Message}" : detail.Message;
            }
            else
            {
                Problem = Problem is { } other ? $"{other} {detail.Message}" : detail.Message;
            }
        }
    }
}
