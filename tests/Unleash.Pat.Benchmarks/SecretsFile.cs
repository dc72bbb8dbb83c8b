namespace Unleash.Pat.Benchmarks;

/// <summary>The secrets of a generated database, one a line: all, or some that are spread over all tokens.</summary>
internal sealed class SecretsFile : IAsyncDisposable
{
    private readonly StreamWriter? _writer;
    private readonly long _tokens;
    private readonly long _sample;
    private long _given;
    private long _written;

    private SecretsFile(StreamWriter? writer, long tokens, long sample)
    {
        _writer = writer;
        _tokens = tokens;
        _sample = sample;
    }

    public static SecretsFile Create(string? path, long tokens, long? sample) =>
        new(path is null ? null : new StreamWriter(path), tokens, Math.Min(sample ?? tokens, tokens));

    public void Write(string secret)
    {
        // Expired tokens have no secret here, so the last ones of a sample come a little earlier than they would.
        if (_writer is not null && _written < _sample && _given++ * _sample >= _written * _tokens)
        {
            _writer.WriteLine(secret);
            _written++;
        }
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
