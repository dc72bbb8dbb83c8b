using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Sessions;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>A body is read as its record says; without a service.</summary>
public sealed class BodyContractTests
{
    public static TheoryData<Type> Bodies => [.. Actions.All
        .SelectMany(action => action.GetParameters())
        .Where(parameter => parameter.Name == "body")
        .Select(parameter => parameter.ParameterType)
        .Where(body => !body.IsDefined(typeof(FormRequestAttribute)))
        .Distinct()];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_a_record_requires_is_what_it_cannot_be_without(Type body)
    {
        var nullability = new NullabilityInfoContext();

        foreach (var property in body.GetProperties())
        {
            var isNullable = nullability.Create(property).WriteState == NullabilityState.Nullable;
            property.IsDefined(typeof(RequiredMemberAttribute)).ShouldBe(!isNullable, property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_record_can_be_read(Type body) => new BodyContract(body).ShouldNotBeNull();

    [Fact]
    public void A_type_that_no_body_can_have_is_refused_before_any_request() =>
        Should.Throw<NotSupportedException>(() => new BodyContract(typeof(HttpClient)));

    [Fact]
    public void Properties_are_read_by_their_JSON_names_and_others_ignored()
    {
        var body = Read<CreateUserRequest>("""{"username":"ada","Email":"no","password":"s","rootRole":2,"more":[]}""");

        body.Username.ShouldBe("ada");
        body.Email.ShouldBeNull();
        body.Password!.Reveal().ShouldBe("s");
        body.RootRole.ShouldBe("2");
    }

    [Fact]
    public void A_property_that_is_not_required_can_be_null() => Read<CreatePatRequest>("""{"description":null,"expiresAt":null}""")
        .ShouldBe(new CreatePatRequest());

    [Theory]
    [InlineData("[]", "The `/body` property must be object. You sent [].")]
    [InlineData("""{"description":1,"expiresAt":true}""", "The `/body/description` property must be string. You sent 1.|The `/body/expiresAt` property must be string. You sent true.")]
    [InlineData("""{"expiresAt":"soon"}""", "The `/body/expiresAt` property must match format \"date-time\". You sent \"soon\".")]
    public void Faults_are_told_all_at_once_and_in_the_records_order(string json, string faults) =>
        FaultsOf<CreatePatRequest>(json).ShouldBe(faults.Split('|'));

    [Theory]
    [InlineData("""{"email":"e"}""", "The `/body/rootRole` property is required. It was not present on the data you sent.")]
    [InlineData("""{"rootRole":null}""", "The `/body/rootRole` property must be integer or string.")]
    [InlineData("""{"rootRole":1.5}""", "The `/body/rootRole` property must be integer or string.")]
    [InlineData("""{"password":7,"rootRole":1}""", "The `/body/password` property must be string.")]
    public void What_stands_beside_a_password_is_not_repeated(string json, string fault) =>
        FaultsOf<CreateUserRequest>(json).ShouldBe([fault]);

    [Fact]
    public void What_is_required_can_be_neither_absent_nor_null() => FaultsOf<DemoLoginRequest>("""{"email":null}""")
        .Concat(FaultsOf<DemoLoginRequest>("{}"))
        .ShouldBe([
            "The `/body/email` property must be string. You sent null.",
            "The `/body/email` property is required. It was not present on the data you sent.",
        ]);

    private static IEnumerable<string> FaultsOf<T>(string json) =>
        Should.Throw<RefusedException>(() => Read<T>(json)).Details.Select(detail => detail.Message);

    private static T Read<T>(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (T)new BodyContract(typeof(T)).Read(document.RootElement);
    }
}
