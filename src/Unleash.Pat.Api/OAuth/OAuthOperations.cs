using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Unleash.Pat.Api.OAuth;

/// <summary>Describes the endpoints for other services that are no controllers.</summary>
internal sealed class OAuthOperations : IDocumentProcessor
{
    public void Process(DocumentProcessorContext context)
    {
    }
}
