namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>
/// What is remembered, and for how long it counts. Reading takes no lock; the feed and answers of the service write, one
/// at a time.
/// </summary>
internal sealed class Memory
{
    /// <summary>
    /// How long the feed may be silent. The wire says one second; the rest of it is for the way of the last event, and for
    /// the request that is being answered.
    /// </summary>
    public static readonly TimeSpan MostSilence = TimeSpan.FromMilliseconds(750);

    /// <summary>
    /// Another node of the service may answer from its own memory for a second after the feed named a token. What it says
    /// in that time is not remembered.
    /// </summary>
    public static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(2);

    /// <summary>Without the feed, an answer that was longer on its way may be older than the promise allows.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromSeconds(1);

    private readonly Clock _clock;
    private readonly UnleashPatOptions _options;
    private readonly InactiveTokens _inactive;
    private readonly Namings _namings;
    private readonly object _writing = new();
    private readonly long _mostSilence;
    private readonly long _rememberFor;
    private volatile FeedSession? _session;
    private volatile FeedSession? _lost;

    public Memory(Clock clock, UnleashPatOptions options)
    {
        _clock = clock;
        _options = options;
        _inactive = new InactiveTokens(clock.Time);
        _namings = new Namings(clock.Time, options.BackchannelTimeout + Unsettled);
        _mostSilence = clock.Units(MostSilence);
        _rememberFor = clock.Units(options.RememberFor);
    }

    /// <summary>How many valid tokens are remembered.</summary>
    public int Count => _session?.Tokens.Count ?? 0;

    /// <summary>Whether the feed is alive, so that what is remembered counts.</summary>
    public bool IsFeedAlive(Instant now) => Trusted(now) is not null;

    /// <summary>The valid token that is remembered; <see langword="null"/> where the service must be asked.</summary>
    public UnleashPatToken? Find(in TokenKey key, Instant now) =>
        Trusted(now)?.Tokens.Find(key) is { } found && found.IsFresh(now.Timestamp) && found.IsValid(now.UtcTicks)
            ? found.Token
            : null;

    /// <summary>Whether the service said a moment ago that this is no valid token.</summary>
    public bool IsInactive(in TokenKey key, Instant now) => _inactive.Contains(key, now.Timestamp);

    /// <summary>The valid token that was remembered when the feed was lost, where the options allow to trust it.</summary>
    public UnleashPatToken? FindLost(in TokenKey key, Instant now)
    {
        EndIfSilent(now);
        return _lost is { } lost
            && lost.WasHeardWithin(now, _clock.Units(_options.TrustFor), _options.TrustFor.Ticks)
            && lost.Tokens.Find(key) is { } found
            && found.IsFresh(lost.HeardAt)
            && found.IsValid(now.UtcTicks)
                ? found.Token
                : null;
    }

    /// <summary>Begins a session: whatever was remembered is discarded, and anything may have been revoked until now.</summary>
    public void Start()
    {
        lock (_writing)
        {
            _lost = null;
            _session = new FeedSession(_clock.Now(), _options.MaxRemembered);
            _namings.NameAll();
        }
    }

    /// <summary>Forgets what the feed named, and counts the event as a sign of life.</summary>
    /// <returns><see langword="false"/> where there is no session, or it was silent for too long and so has ended.</returns>
    public bool Hear(IReadOnlyList<string> tokens, IReadOnlyList<string> accounts)
    {
        lock (_writing)
        {
            Forget(tokens, accounts);
            var now = _clock.Now();
            if (Trusted(now) is not { } session)
            {
                return false;
            }

            session.Hear(now);
            return true;
        }
    }

    /// <summary>Ends the session: what was remembered no longer counts.</summary>
    public void End()
    {
        lock (_writing)
        {
            if (_session is { } session)
            {
                _session = null;
                _lost = _options.WhenUnreachable == WhenUnreachable.TrustRemembered ? session : null;
            }
        }
    }

    /// <summary>To be called right before the service is asked.</summary>
    public Question Ask()
    {
        lock (_writing)
        {
            var now = _clock.Now();
            return new Question(now.Timestamp, _namings.Last, Trusted(now));
        }
    }

    /// <summary>Takes the answer that a token is valid.</summary>
    /// <param name="key">The token.</param>
    /// <param name="token">What the service said.</param>
    /// <param name="question">What was known when it was asked.</param>
    /// <param name="arrival">When the request came that waits for the answer.</param>
    /// <returns>Whether the answer counts; else the service must be asked again.</returns>
    public bool TakeActive(in TokenKey key, UnleashPatToken token, Question question, long arrival)
    {
        lock (_writing)
        {
            var naming = _namings.Find(token);
            var isUnsettled = naming is { } last && _clock.Time.GetElapsedTime(last.At, question.SentAt) < Unsettled;
            if (naming?.Number > question.Naming || (isUnsettled && question.SentAt < arrival))
            {
                return false;
            }

            var now = _clock.Now();
            if (question.Session is not { } session || session != Trusted(now))
            {
                return _clock.Time.GetElapsedTime(question.SentAt, now.Timestamp) <= MostAge;
            }

            if (!isUnsettled && _rememberFor > 0 && now.UtcTicks < (token.ExpiresAt?.UtcTicks ?? long.MaxValue))
            {
                session.Tokens.Remember(key, token, question.SentAt + _rememberFor);
            }

            return true;
        }
    }

    /// <summary>Takes the answer that a token is not valid.</summary>
    public void TakeInactive(in TokenKey key, Question question)
    {
        lock (_writing)
        {
            Forget(_session, key);
            Forget(_lost, key);
            _inactive.Add(key, question.SentAt);
        }
    }

    private static void Forget(FeedSession? session, in TokenKey key)
    {
        if (session?.Tokens.Find(key) is { } found)
        {
            session.Tokens.ForgetToken(found.Token.TokenId);
        }
    }

    private void Forget(IReadOnlyList<string> tokens, IReadOnlyList<string> accounts)
    {
        foreach (var token in tokens)
        {
            _namings.NameToken(token);
            _session?.Tokens.ForgetToken(token);
        }

        foreach (var account in accounts)
        {
            _namings.NameAccount(account);
            _session?.Tokens.ForgetAccount(account);
        }
    }

    private FeedSession? Trusted(Instant now) =>
        _session is { } session && session.WasHeardWithin(now, _mostSilence, MostSilence.Ticks) ? session : null;

    private void EndIfSilent(Instant now)
    {
        lock (_writing)
        {
            if (!IsFeedAlive(now))
            {
                End();
            }
        }
    }
}
