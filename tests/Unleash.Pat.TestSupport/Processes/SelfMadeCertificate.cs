using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Unleash.Pat.TestSupport.Processes;

/// <summary>A self-signed certificate.</summary>
public static class SelfMadeCertificate
{
    /// <summary>Makes one for localhost, with its key.</summary>
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Writes one for localhost, and its key, as PEM.</summary>
    public static void Write(string certificatePath, string keyPath)
    {
        using var certificate = Create();
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
    }
}
