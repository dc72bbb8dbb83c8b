using System.Text.Json;
using System.Text.Json.Nodes;
using Unleash.Pat.ClientDescription;

if (args is not [var source, var target, var context])
{
    Console.Error.WriteLine("Usage: ClientDescription <openapi.json> <description of the client> <its JSON context>");
    return 1;
}

var description = JsonNode.Parse(File.ReadAllText(source))!.AsObject();
ClientView.Apply(description);
File.WriteAllText(target, description.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
File.WriteAllText(context, JsonContext.Of(description));
return 0;
