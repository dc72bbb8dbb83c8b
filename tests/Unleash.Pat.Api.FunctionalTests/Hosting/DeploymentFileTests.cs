using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>build/compose.yml and build/kubernetes, as docs/deployment.md describes them.</summary>
public sealed class DeploymentFileTests
{
    private const string User = "1654";

    public static TheoryData<string> PodFiles => ["deployment.yaml", "migrate.yaml"];

    [Theory]
    [MemberData(nameof(PodFiles))]
    public void Pods_keep_to_the_restricted_profile_of_Kubernetes(string file)
    {
        var pod = Pod(file);
        var (all, own) = (At(pod, "securityContext"), At(Container(pod), "securityContext"));

        Text(all, "runAsNonRoot").ShouldBe("true");
        Text(all, "runAsUser").ShouldBe(User);
        Text(all, "seccompProfile", "type").ShouldBe("RuntimeDefault");
        Text(own, "allowPrivilegeEscalation").ShouldBe("false");
        Texts(At(own, "capabilities", "drop")).ShouldBe(["ALL"]);
        ((YamlMappingNode)pod).Children.Keys.Select(key => key.ToString()).ShouldNotContain(key => key.StartsWith("host", StringComparison.Ordinal));
        ((YamlSequenceNode)At(pod, "volumes")).ShouldAllBe(volume => IsRestricted((YamlMappingNode)volume));
    }

    [Theory]
    [MemberData(nameof(PodFiles))]
    public void Pods_cannot_write_and_cannot_call_Kubernetes(string file)
    {
        var pod = Pod(file);

        Text(Container(pod), "securityContext", "readOnlyRootFilesystem").ShouldBe("true");
        Text(pod, "automountServiceAccountToken").ShouldBe("false");
        Text(Container(pod), "resources", "limits", "memory").ShouldNotBeEmpty();
    }

    [Fact]
    public void Probes_ask_for_what_a_restart_repairs()
    {
        var container = Container(Pod("deployment.yaml"));

        Text(container, "startupProbe", "httpGet", "path").ShouldBe("/health");
        Text(container, "livenessProbe", "httpGet", "path").ShouldBe("/health");
        Text(container, "readinessProbe", "httpGet", "path").ShouldBe("/ready");
        Text(At(container, "ports", 0), "containerPort").ShouldBe("4242");
    }

    [Fact]
    public void The_kustomization_has_every_file_that_is_not_run_by_hand() =>
        Texts(At(Kubernetes("kustomization.yaml"), "resources")).Order()
            .ShouldBe(Directory.GetFiles(InBuild("kubernetes")).Select(Path.GetFileName).Except(["kustomization.yaml", "migrate.yaml"]).Order());

    [Fact]
    public void The_services_around_the_database_run_with_the_least_that_they_need()
    {
        foreach (var service in new[] { Compose("services", "unleash-pat"), Compose("services", "proxy"), Compose("services", "database") })
        {
            Text(service, "read_only").ShouldBe("true");
            Texts(At(service, "cap_drop")).ShouldBe(["ALL"]);
            Texts(At(service, "security_opt")).ShouldBe(["no-new-privileges:true"]);
        }

        Texts(At(Compose("services", "unleash-pat"), "healthcheck", "test")).ShouldBe(["CMD", "dotnet", "/app/Unleash.Pat.Api.dll", "health"]);
    }

    // The statements are parsed by ScriptDom in StatementTests.
    [Fact]
    public void The_services_login_has_the_documented_rights_and_no_others()
    {
        var documented = Documented.Block("Least permissions", "sql", "sql-server.md").Split('\n')
            .Where(line => line.StartsWith("GRANT", StringComparison.Ordinal))
            .Select(line => line.Replace("unleash_pat_migration", "unleash_pat", StringComparison.Ordinal));

        File.ReadAllLines(InBuild("compose", "database.sql")).Where(line => line.StartsWith("GRANT", StringComparison.Ordinal))
            .ShouldBe(documented);
        ((YamlSequenceNode)Compose("services", "unleash-pat", "secrets")).Select(secret => Text(secret, "source")).ShouldNotContain("mssql-sa-password");
    }

    [Fact]
    public void Every_setting_exists()
    {
        var names = ((YamlMappingNode)Compose("services", "unleash-pat", "environment")).Children.Keys.Select(key => key.ToString())
            .Concat(((YamlSequenceNode)Compose("services", "unleash-pat", "secrets")).Select(secret => Text(secret, "target")))
            .Concat(Texts(At(Kubernetes("kustomization.yaml"), "configMapGenerator", 0, "literals")).Select(literal => literal.Split('=')[0]))
            .Select(name => name.Replace("__", ":", StringComparison.Ordinal))
            .ToList();

        names.ShouldContain("ConnectionStrings:UnleashPat");
        names.ShouldAllBe(name => SettingCatalogue.All.Any(setting => setting.Has(name)));
    }

    // BehindNginxTests run the documented one.
    [Fact]
    public void The_proxy_is_configured_as_documented()
    {
        var text = File.ReadAllText(InBuild("compose", "nginx.conf"));

        text[text.IndexOf("server {", StringComparison.Ordinal)..]
            .Replace("/run/secrets/tls-certificate", "/etc/ssl/tokens.example.com.pem", StringComparison.Ordinal)
            .Replace("/run/secrets/tls-key", "/etc/ssl/tokens.example.com.key", StringComparison.Ordinal)
            .Replace("http://unleash-pat:4242", "http://127.0.0.1:4242", StringComparison.Ordinal)
            .ShouldBe(Documented.Block("nginx at the root", "nginx"));
    }

    private static bool IsRestricted(YamlMappingNode volume) =>
        volume.Children.Keys.All(key => key.ToString() is "name" or "configMap" or "emptyDir" or "secret" or "projected");

    private static YamlNode Pod(string file) => At(Kubernetes(file), "spec", "template", "spec");

    private static YamlNode Container(YamlNode pod) => ((YamlSequenceNode)At(pod, "containers")).Children.ShouldHaveSingleItem();

    private static YamlNode Kubernetes(string file) => Read(InBuild("kubernetes", file));

    private static YamlNode Compose(params object[] path) => At(Read(InBuild("compose.yml")), path);

    private static YamlNode Read(string file)
    {
        using var reader = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static YamlNode At(YamlNode node, params object[] path) =>
        path.Aggregate(node, (at, step) => step is int index ? at[index] : at[(string)step]);

    private static string Text(YamlNode node, params object[] path) => At(node, path).ToString();

    private static IEnumerable<string> Texts(YamlNode node) => ((YamlSequenceNode)node).Select(item => item.ToString());

    private static string InBuild(params string[] path) => Path.Combine([RepositoryFolder.Root, "build", .. path]);
}
