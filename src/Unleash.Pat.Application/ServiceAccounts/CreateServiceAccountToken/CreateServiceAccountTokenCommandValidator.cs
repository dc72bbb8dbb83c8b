using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Tokens.Issuing;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccountToken;

internal sealed class CreateServiceAccountTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    : PatRequestValidator<CreateServiceAccountTokenCommand>(options, time);
