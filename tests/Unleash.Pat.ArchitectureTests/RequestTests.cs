using System.Reflection;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>docs/api.md, section 5: every request states who may send it.</summary>
public class RequestTests
{
    private static readonly HashSet<string> Permissions =
        [.. typeof(Permission).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Every_request_states_a_permission_an_account_or_an_exemption() => Service.Requests.ShouldAllKeep(
        request => IsRestricted(request) || request.IsDefined(typeof(NoPermissionRequiredAttribute)),
        "A request without a statement is always refused.");

    [Fact]
    public void No_request_states_both_an_exemption_and_a_permission() => Service.Requests.ShouldAllKeep(
        request => !(IsRestricted(request) && request.IsDefined(typeof(NoPermissionRequiredAttribute))),
        "The exemption would win, unseen.");

    [Fact]
    public void Every_exemption_says_why() =>
        Service.Requests.Select(request => request.GetCustomAttribute<NoPermissionRequiredAttribute>()).OfType<NoPermissionRequiredAttribute>()
            .ShouldAllKeep(exemption => !string.IsNullOrWhiteSpace(exemption.Reason), "An exemption without a reason is an oversight.");

    [Fact]
    public void Every_permission_is_one_that_the_contract_names() =>
        Service.Requests.Select(request => request.GetCustomAttribute<RequiresPermissionAttribute>()).OfType<RequiresPermissionAttribute>()
            .ShouldAllKeep(stated => Permissions.Contains(stated.Permission), "A misspelt permission is granted to administrators alone.");

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var handled = Service.Handlers.SelectMany(Service.RequestsHandledBy).ToLookup(request => request);

        Service.Requests.ShouldAllKeep(request => handled[request].Count() == 1, "One request, one handler.");
    }

    private static bool IsRestricted(Type request) =>
        request.IsDefined(typeof(RequiresPermissionAttribute)) || request.IsDefined(typeof(RequiresAccountAttribute));
}
