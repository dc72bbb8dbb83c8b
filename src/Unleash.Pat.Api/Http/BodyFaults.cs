using System.Text.Json;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>What is wrong with a body, in the words of docs/api.md, section 1.1.</summary>
/// <param name="isSensitive">Whether errors must not repeat what was sent.</param>
internal sealed class BodyFaults(bool isSensitive)
{
    private readonly List<ErrorDetail> _faults = [];

    public bool Any => _faults.Count > 0;

    public void AddMissing(string path) => _faults.Add(Errors.PropertyMissing(path));

    public void Add(string path, string demand, JsonElement sent) =>
        _faults.Add(Errors.PropertyInvalid(path, demand, isSensitive ? null : JsonText.Echo(sent)));

    public RefusedException Refusal() => RefusedException.BrokenSchema(_faults);
}
