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
    private readonly List<(NewPat Pat, int MaxPerUser, AuditEvent Created)> _stored = [];

    [Fact]
    public async Task The_answer_is_the_stored_token_with_the_databases_id()
    {
        Storing();

        var created = await Create(new CreatePatCommand("mine", UseCases.Now.AddDays(1)));

        created.Pat.ShouldBe(new PersonalAccessToken(
            42, 7, TokenDescription.Create("mine"), UseCases.Now, UseCases.Now.AddDays(1), null));
    }

    [Fact]
    public async Task Without_description_and_expiry_the_service_names_it_and_takes_the_default_lifetime()
    {
        Storing();

        var created = await Create(new CreatePatCommand(null, null));

        created.Pat.Description.Value.ShouldBe($"Unnamed token {created.Secret.Selector[..8]}");
        created.Pat.ExpiresAt.ShouldBe(UseCases.Now.AddDays(30));
    }

    [Fact]
    public async Task The_selector_and_the_hash_of_the_revealed_secret_are_stored_and_the_limit_is_passed_on()
    {
        Storing();

        var created = await Create(new CreatePatCommand("mine", null));

        var (pat, maxPerUser, _) = _stored.ShouldHaveSingleItem();
        pat.UserId.ShouldBe(7);
        pat.Selector.ShouldBe(created.Secret.Reveal()[8..30]);
        pat.Verifier.ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(created.Secret.Reveal())));
        maxPerUser.ShouldBe(3);
    }

    [Fact]
    public async Task The_event_tells_who_what_and_when_and_no_secret()
    {
        Storing();

        var created = await Create(new CreatePatCommand("mine", UseCases.Now.AddDays(1)));

        var entry = _stored.ShouldHaveSingleItem().Created;
        entry.Type.ShouldBe("pat-created");
        entry.CreatedBy.ShouldBe("ann@example.com");
        entry.CreatedByUserId.ShouldBe(7);
        entry.CreatedAt.ShouldBe(UseCases.Now);
        entry.PreData.ShouldBeNull();
        entry.Data.ShouldBe(new PatEventData(null, "mine", UseCases.Now.AddDays(1), created.Secret.Selector) { Secure = true });
        entry.Everything().ShouldNotContain(created.Secret.Reveal()[31..]);
    }

    [Fact]
    public async Task Every_token_has_a_secret_of_its_own()
    {
        Storing();

        var one = await Create(new CreatePatCommand("one", null));
        var two = await Create(new CreatePatCommand("two", null));

        one.Secret.Reveal().ShouldNotBe(two.Secret.Reveal());
    }

    [Fact]
    public async Task A_full_account_is_told_its_limit()
    {
        Storing(WriteStatus.LimitReached);

        var refusal = await Refusal.ThrowAsync(ErrorKind.OperationDeniedError, () => Create(new CreatePatCommand("mine", null)));

        refusal.Message.ShouldBe("Too many PATs (3) already exist for this user.");
    }

    [Fact]
    public async Task A_taken_description_is_refused()
    {
        Storing(WriteStatus.NameTaken);

        var refusal = await Refusal.ThrowAsync(ErrorKind.NameExistsError, () => Create(new CreatePatCommand("mine", null)));

        refusal.Message.ShouldBe("PAT description already exists.");
    }

    [Fact]
    public async Task An_account_that_was_deleted_meanwhile_must_log_in()
    {
        Storing(WriteStatus.OwnerUnfit);

        await Refusal.ThrowAsync(ErrorKind.UnauthorizedError, () => Create(new CreatePatCommand("mine", null)));
    }

    [Fact]
    public async Task An_expiry_that_the_clock_has_passed_since_validation_is_refused_in_the_same_words()
    {
        var refusal = await Refusal.ThrowAsync(ErrorKind.BadDataError,
            () => Create(new CreatePatCommand("mine", UseCases.Now.AddTicks(9_999))));

        refusal.Details.ShouldBe([new ErrorDetail("The expiry date should be in future.", "/body/expiresAt")]);
        _stored.ShouldBeEmpty();
    }

    public void Dispose() => _service.Dispose();

    private Task<CreatedPat> Create(CreatePatCommand command) => _service.Handle<CreatePatCommand, CreatedPat>(command);

    private void Storing(WriteStatus status = WriteStatus.Done) => _service.Pats
        .Setup(pats => pats.CreateAsync(
            It.IsAny<NewPat>(), It.IsAny<int>(), It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken))
        .Callback((NewPat pat, int maxPerUser, AuditStamp audit, CancellationToken _) =>
            _stored.Add((pat, maxPerUser, audit.With(PatEventData.From(pat, audit)))))
        .ReturnsAsync((NewPat pat, int _, AuditStamp _, CancellationToken _) =>
            new(status, status == WriteStatus.Done ? pat.WithId(42) : null));
}
