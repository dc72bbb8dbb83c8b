using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Hosting.Logging;

/// <summary>Writes each log entry as one line of JSON, with the client's address where it belongs to a request.</summary>
/// <remarks>
/// The framework's formatter writes each message three times and has no client address. Scopes are left out. Threat: a scope of
/// the framework contains the request's path, into which people paste secrets.
/// </remarks>
internal sealed class JsonLineFormatter(IHttpContextAccessor requests, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "unleash-pat";

    // The message template; the message has its content.
    private const string Template = "{OriginalFormat}";

    // A log is not a web page, so quotes and letters stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (message is null && logEntry.Exception is null)
        {
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            WriteEntry(json, logEntry, message);
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private void WriteEntry<TState>(Utf8JsonWriter json, in LogEntry<TState> entry, string? message)
    {
        json.WriteStartObject();
        json.WriteString("Timestamp", UtcMillisecondsJsonConverter.ToText(time.GetUtcNow()));
        json.WriteString("LogLevel", entry.LogLevel.ToString());
        json.WriteNumber("EventId", entry.EventId.Id);
        json.WriteString("Category", entry.Category);
        json.WriteString("Message", message);
        WriteState(json, entry.State);
        if (ClientAddress() is { } address)
        {
            json.WriteString("ClientAddress", address.ToString());
        }

        // Where requests are traced.
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } span)
        {
            json.WriteString("TraceId", span.TraceId.ToHexString());
            json.WriteString("SpanId", span.SpanId.ToHexString());
        }

        if (entry.Exception is { } exception)
        {
            json.WriteString("Exception", exception.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteState<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values)
        {
            return;
        }

        var known = values.Where(value => value.Key != Template).ToList();
        if (known.Count > 0)
        {
            json.WriteStartObject("State");
            foreach (var (name, value) in known)
            {
                WriteValue(json, name, value);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private IPAddress? ClientAddress()
    {
        try
        {
            var address = requests.HttpContext?.Features.Get<IHttpConnectionFeature>()?.RemoteIpAddress;
            return address?.IsIPv4MappedToIPv6 is true ? address.MapToIPv4() : address;
        }
        catch (ObjectDisposedException)
        {
            // Logged after the request has ended.
            return null;
        }
    }
}
