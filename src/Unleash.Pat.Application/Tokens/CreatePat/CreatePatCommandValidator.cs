using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens.Issuing;

namespace Unleash.Pat.Application.Tokens.CreatePat;

internal sealed class CreatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    : PatRequestValidator<CreatePatCommand>(options, time);
