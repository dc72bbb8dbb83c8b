using System.Security.Cryptography;
using System.Text;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, sections 1.1 and 2: what is stored, what is told, and what comes of it.</summary>
public sealed class CreatePatTests : IDisposable
{
    private readonly UseCases _service = new(("Pats:MaxPerUser", "3"));
    private readonly List<(PersonalAccessToken Pat, byte[] Verifier, int MaxPerUser, AuditEvent Created)> _stored = [];

    [Fact]
    public async Task The_answer_is_the_stored_token_with_the_databases_id()
    {
        Storing(new PatCreation(PatCreationStatus.Created, 42));

        var issued = await Create(new CreatePatCommand("mine", UseCases.Now.AddDays(1)));

        issued.Pat.ShouldBe(new PatDto(
            42, "mine", UseCases.Now.AddDays(1), UseCases.Now, SeenAt: null, UserId: 7, ExpiryWarning.None));
    }

    [Fact]
    public async Task Without_description_and_expiry_the_service_names_it_and_takes_the_default_lifetime()
    {
        Storing(new PatCreation(PatCreationStatus.Created, 42));

        var issued = await Create(new CreatePatCommand(null, null));

        issued.Pat.Description.ShouldBe($"Unnamed token {issued.Secret.Selector[..8]}");
        issued.Pat.ExpiresAt.ShouldBe(UseCases.Now.AddDays(30));
    }

    [Fact]
    public async Task The_selector_and_the_hash_of_the_revealed_secret_are_stored_and_the_limit_is_passed_on()
    {
        Storing(new PatCreation(PatCreationStatus.Created, 42));

        var issued = await Create(new CreatePatCommand("mine", null));

        var (pat, verifier, maxPerUser, _) = _stored.ShouldHaveSingleItem();
        pat.UserId.ShouldBe(7);
        pat.Selector.ShouldBe(issued.Secret.Reveal()[8..30]);
        verifier.ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(issued.Secret.Reveal())));
        maxPerUser.ShouldBe(3);
    }

    [Fact]
    public async Task The_event_tells_who_what_and_when_and_no_secret()
    {
        Storing(new PatCreation(PatCreationStatus.Created, 42));

        var issued = await Create(new CreatePatCommand("mine", UseCases.Now.AddDays(1)));

        var created = _stored.ShouldHaveSingleItem().Created;
        created.Type.ShouldBe("pat-created");
        created.CreatedBy.ShouldBe("ann@example.com");
        created.CreatedByUserId.ShouldBe(7);
        created.CreatedAt.ShouldBe(UseCases.Now);
        created.PreData.ShouldBeNull();
        created.Data.ShouldBe(new PatEventData(null, "mine", UseCases.Now.AddDays(1), issued.Secret.Selector) { Secure = true });
        created.Everything().ShouldNotContain(issued.Secret.Reveal()[31..]);
    }

    [Fact]
    public async Task Every_token_has_a_secret_of_its_own()
    {
        Storing(new PatCreation(PatCreationStatus.Created, 42));

        var one = await Create(new CreatePatCommand("one", null));
        var two = await Create(new CreatePatCommand("two", null));

        one.Secret.Reveal().ShouldNotBe(two.Secret.Reveal());
    }

    [Fact]
    public async Task A_full_account_is_told_its_limit()
    {
        Storing(new PatCreation(PatCreationStatus.LimitReached));

        var refusal = await Refusal.ThrowAsync(ErrorKind.OperationDeniedError, () => Create(new CreatePatCommand("mine", null)));

        refusal.Message.ShouldBe("Too many PATs (3) already exist for this user.");
    }

    [Fact]
    public async Task A_taken_description_is_refused()
    {
        Storing(new PatCreation(PatCreationStatus.DescriptionTaken));

        var refusal = await Refusal.ThrowAsync(ErrorKind.NameExistsError, () => Create(new CreatePatCommand("mine", null)));

        refusal.Message.ShouldBe("PAT description already exists.");
    }

    [Fact]
    public async Task An_account_that_was_removed_meanwhile_must_log_in()
    {
        Storing(new PatCreation(PatCreationStatus.OwnerMissing));

        await Refusal.ThrowAsync(ErrorKind.UnauthorizedError, () => Create(new CreatePatCommand("mine", null)));
    }

    [Fact]
    public async Task An_expiry_that_the_clock_has_passed_since_validation_is_refused_in_the_same_words()
    {
        var refusal = await Refusal.ThrowAsync(ErrorKind.BadDataError, 
            () => Create(new CreatePatCommand("mine", UseCases.Now.AddTicks(9_999))));

        refusal.Details.ShouldBe([new ErrorDetail("The expiry date should be in future.")]);
        _stored.ShouldBeEmpty();
    }

    public void Dispose() => _service.Dispose();

    private Task<IssuedPat> Create(CreatePatCommand command) => _service.Handle<CreatePatCommand, IssuedPat>(command);

    private void Storing(PatCreation outcome) => _service.Pats
        .Setup(pats => pats.CreateAsync(
            It.IsAny<PersonalAccessToken>(),
            It.IsAny<byte[]>(),
            It.IsAny<int>(),
            It.IsAny<AuditEvent>(),
            TestContext.Current.CancellationToken))
        .Callback((PersonalAccessToken pat, byte[] verifier, int maxPerUser, AuditEvent created, CancellationToken _) =>
            _stored.Add((pat, verifier, maxPerUser, created)))
        .ReturnsAsync(outcome);
}
