using System.Reflection;
using Microsoft.AspNetCore.Http;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>Every action states what its description is made of.</summary>
public sealed class ActionTests
{
    public static TheoryData<string> Names => [.. Actions.All.Select(Actions.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_its_group(string action) => Actions.Named(action).DeclaringType!.IsDefined(typeof(TagsAttribute)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_states_one_of_a_request_a_permission_and_an_exemption(string action) => Actions.Named(action).GetCustomAttributes()
        .Count(attribute => attribute is SendsAttribute or RequiresPermissionAttribute or NoPermissionRequiredAttribute)
        .ShouldBe(1);
}
