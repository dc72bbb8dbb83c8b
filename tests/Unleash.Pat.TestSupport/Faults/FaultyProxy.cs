using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Unleash.Pat.TestSupport.Faults;

/// <summary>A network between the service and its server that forwards, refuses, stalls, cuts, and recovers.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private TaskCompletionSource _flow = Flowing();
    private Func<ReadOnlyMemory<byte>, bool>? _doomedRequest;
    private Action<Memory<byte>>? _change;
    private Func<Stream, Task>? _answer;
    private int _toAnswer;
    private int _cutAfter = -1;
    private int _cuts;

    /// <summary>Listens on a free port of this machine.</summary>
    /// <param name="host">The server's name.</param>
    /// <param name="port">The server's port.</param>
    public FaultyProxy(string host, int port)
    {
        _host = host;
        _port = port;
        Listen(0);
        Port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    /// <summary>Where it listens; the same after it refused.</summary>
    public int Port { get; }

    /// <summary>How many connections it has cut by <see cref="CutNextAnswerAfter"/> and <see cref="LoseAnswerTo"/>.</summary>
    public int Cuts => _cuts;

    internal Task Flow => _flow.Task;

    /// <summary>Cuts every connection and refuses new ones, as where the server has stopped.</summary>
    public void Refuse()
    {
        _listener?.Stop();
        _listener = null;
        CutAll();
    }

    /// <summary>Accepts and forwards nothing, as where the server hangs or the network swallows everything.</summary>
    public void Stall() => _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cuts every connection; new ones go through, as after a server's restart.</summary>
    public void CutAll()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Cut();
        }
    }

    /// <summary>Cuts whichever connection is answered next, once it has passed on that many bytes of the answer.</summary>
    /// <param name="bytes">So many, or as many as there are.</param>
    public void CutNextAnswerAfter(int bytes) => _cutAfter = bytes;

    /// <summary>Passes on the next request that is asked for, waits until it is answered, and cuts instead of answering.</summary>
    /// <param name="request">Says whether these bytes are it.</param>
    public void LoseAnswerTo(Func<ReadOnlyMemory<byte>, bool> request) => _doomedRequest = request;

    /// <summary>Answers the next connections itself, and passes on those that follow.</summary>
    /// <param name="count">So many.</param>
    /// <param name="answer">How; the connection ends with it.</param>
    public void AnswerNext(int count, Func<Stream, Task> answer) => (_toAnswer, _answer) = (count, answer);

    /// <summary>Passes on every request otherwise, with as many bytes as it had.</summary>
    /// <param name="change">Changes the bytes in place.</param>
    public void ChangeRequests(Action<Memory<byte>> change) => _change = change;

    /// <summary>Forwards everything again.</summary>
    public void Recover()
    {
        _cutAfter = -1;
        _doomedRequest = null;
        _change = null;
        _flow.TrySetResult();
        if (_listener is null)
        {
            Listen(Port);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        _flow.TrySetResult();
        await _accepting;
        await Task.WhenAll(_connections.Values);
    }

    /// <summary>Whether these bytes are the request whose answer is to be lost; only one is.</summary>
    internal bool IsDoomed(ReadOnlyMemory<byte> request) =>
        _doomedRequest is { } doomed && doomed(request) && Interlocked.CompareExchange(ref _doomedRequest, null, doomed) == doomed;

    /// <summary>How this connection is to be answered, where it is not to be passed on.</summary>
    internal Func<Stream, Task>? TakeAnswer() => Interlocked.Decrement(ref _toAnswer) >= 0 ? _answer : null;

    internal void Change(Memory<byte> request) => _change?.Invoke(request);

    /// <summary>After how many bytes this answer is to be cut; only one is.</summary>
    internal int? TakeCut() => Interlocked.Exchange(ref _cutAfter, -1) is >= 0 and var bytes ? bytes : null;

    internal void CountCut() => Interlocked.Increment(ref _cuts);

    private static TaskCompletionSource Flowing()
    {
        var flow = new TaskCompletionSource();
        flow.SetResult();
        return flow;
    }

    private void Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        _listener = listener;
        _accepting = Task.WhenAll(_accepting, AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var connection = new ProxiedConnection(this, await listener.AcceptTcpClientAsync());
                _connections[connection] = connection.RunAsync(_host, _port);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It refuses now.
        }
    }
}
