using System.Text.Json;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>What is wrong with a body, in the words of docs/api.md, section 1.1.</summary>
/// <param name="isSensitive">Whether errors must not repeat what was sent.</param>
internal sealed class BodyFaults(bool isSensitive)
{
    // Threat: each item of a long list is a fault, and a small body would have a large answer.
    private const int MaxCount = 100;

    private readonly List<ErrorDetail> _faults = [];

    public bool Any => _faults.Count > 0;

    public void AddMissing(string path) => Add(Errors.PropertyMissing(path));

    public void Add(string path, string demand, JsonElement sent) =>
        Add(Errors.PropertyInvalid(path, demand, isSensitive ? null : JsonText.Echo(sent)));

    public RefusedException Refusal() => RefusedException.BrokenSchema(_faults);

    private void Add(ErrorDetail fault)
    {
        if (_faults.Count < MaxCount)
        {
            _faults.Add(fault);
        }
    }
}
