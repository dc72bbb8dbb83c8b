using FluentValidation;
using Unleash.Pat.Application.Behaviours;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Behaviours;

/// <summary>docs/api.md, section 1.1: <c>a rule broken</c>.</summary>
public class ValidationBehaviourTests
{
    private int _handled;

    [Fact]
    public async Task The_message_names_the_first_broken_rule_and_the_details_name_all()
    {
        var refusal = await Refusal.ThrowAsync(
            ErrorKind.BadDataError, () => Send(Refusing("One is wrong.", "Two is wrong."), Refusing("Three is wrong.")));

        refusal.Message.ShouldBe(
            "Request validation failed: your request body or params contain invalid data: One is wrong.");
        refusal.Details.ShouldBe(
            [new ErrorDetail("One is wrong."), new ErrorDetail("Two is wrong."), new ErrorDetail("Three is wrong.")]);
    }

    [Fact]
    public async Task The_handler_is_not_called_where_only_the_last_validator_refuses()
    {
        await Refusal.ThrowAsync(ErrorKind.BadDataError, () => Send(Refusing(), Refusing("Two is wrong.")));

        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_breaks_nothing_is_handled_once()
    {
        (await Send(Refusing(), Refusing())).ShouldBe("handled");
        _handled.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_without_validators_is_handled_once()
    {
        (await Send()).ShouldBe("handled");
        _handled.ShouldBe(1);
    }

    private static InlineValidator<Personal> Refusing(params string[] messages)
    {
        var validator = new InlineValidator<Personal>();
        foreach (var message in messages)
        {
            validator.RuleFor(request => request).Must(_ => false).WithMessage(message);
        }

        return validator;
    }

    private Task<string> Send(params IValidator<Personal>[] validators) =>
        new ValidationBehaviour<Personal, string>(validators).Handle(
            new Personal(),
            TestContext.Current.CancellationToken,
            () =>
            {
                _handled++;
                return Task.FromResult("handled");
            });
}
