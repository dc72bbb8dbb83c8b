using System.Text;
using CsCheck;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>docs/api.md, section 4: whatever is sent to any operation that takes a body, no answer is 5xx, and every refusal has the error form.</summary>
public abstract class EveryBodyTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    // So many that what is accepted goes all the way, every time.
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["Pats:MaxPerUser"] = "1000" },
    };

    [Fact]
    public async Task Any_body_of_any_operation_is_answered_in_form()
    {
        var administrator = await Service.AccountAsync(new() { Role = RootRole.Admin });
        var operations = (await ApiDocument.Committed).Operations.Where(operation => operation.Properties.Count > 0).ToList();
        operations.Count.ShouldBeGreaterThan(10);
        foreach (var operation in operations)
        {
            var path = operation.Path($"{await SubjectAsync(operation)}");
            await Bodies(operation).SampleAsync(
                body => SendAsync(administrator.Client, operation.Method, path, body),
                iter: Cases(operation),
                threads: 1,
                print: body => $"{operation} {Convert.ToHexString(body)} {Encoding.UTF8.GetString(body)}");
        }
    }

    // A password that is well-formed is hashed, which takes as long as a hundred other requests.
    private static int Cases(ApiOperation operation) => operation.Properties.Contains("password") ? 10 : 60;

    private static Gen<byte[]> Bodies(ApiOperation operation) => Gen.Frequency(
        (4, FuzzBodies.Objects([.. operation.Properties])),
        (1, FuzzBodies.Bytes));

    private static async Task SendAsync(ServiceClient client, HttpMethod method, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        var answer = await client.SendAsync(method, path, content);
        if (answer.Status is < 200 or > 201)
        {
            answer.ShouldBeInForm(200);
        }
    }

    // Another user than the caller, who still needs the role.
    private async Task<long> SubjectAsync(ApiOperation operation) =>
        operation.Template.StartsWith(AccountCalls.ServiceAccounts, StringComparison.Ordinal)
            ? await Service.ServiceAccountAsync()
            : (await Service.AccountAsync()).Id;
}
