using System.Text.Json;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>What is wrong with a body, in the words of docs/api.md, section 1.1.</summary>
/// <param name="isSensitive">Whether errors must not repeat what was sent.</param>
internal sealed class BodyFaults(bool isSensitive)
{
    private readonly List<ErrorDetail> _faults = [];

    public bool Any => _faults.Count > 0;

    public void AddMissing(string path) => _faults.Add(new ErrorDetail(
        $"The `{path}` property is required. It was not present on the data you sent.", path));

    public void Add(string path, string demand, JsonElement sent)
    {
        var echo = isSensitive ? "" : $" You sent {JsonText.Echo(sent)}.";
        _faults.Add(new ErrorDetail($"The `{path}` property {demand}.{echo}", path));
    }

    public RefusedException Refusal() => RefusedException.BrokenSchema(_faults);
}
