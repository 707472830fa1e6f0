package org.opora.operations.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The running product, found through the files it keeps in its data folder. */
final class Server {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 600_000;
  private final Path data;
  private final Texts texts;

  Server(Path data, Texts texts) {
    this.data = data;
    this.texts = texts;
  }

  /** What is sent with a POST. */
  private interface Body {
    void send(HttpURLConnection connection) throws IOException;
  }

  String get(String path) throws Failure {
    return call("GET", path, connection -> {});
  }

  String post(String path) throws Failure {
    return call("POST", path, connection -> write(connection, new byte[0]));
  }

  String post(String path, Map<String, String> fields) throws Failure {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return call(
        "POST",
        path,
        connection -> {
          connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
          write(connection, form.getBytes(StandardCharsets.UTF_8));
        });
  }

  String post(String path, Path file) throws Failure {
    return call(
        "POST",
        path,
        connection -> {
          connection.setRequestProperty("Content-Type", "application/octet-stream");
          connection.setDoOutput(true);
          connection.setFixedLengthStreamingMode(Files.size(file));
          try (OutputStream out = connection.getOutputStream()) {
            Files.copy(file, out);
          }
        });
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void write(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private String call(String method, String path, Body body) throws Failure {
    String address =
        read("address").orElseThrow(() -> new Failure(texts.text("cli.not-running", data)));
    String key =
        read("operator.key").orElseThrow(() -> new Failure(texts.text("cli.no-key", data)));
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address + path).toURL().openConnection(Proxy.NO_PROXY);
      connection.setRequestMethod(method);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestProperty("Authorization", "Opora-Key " + key);
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("Accept-Language", texts.language());
      connection.setRequestProperty("User-Agent", "opora-cli");
      Optional<String> session = session();
      if (session.isPresent()) {
        connection.setRequestProperty("Opora-Session", session.get());
      }
      body.send(connection);
      return answer(connection);
    } catch (java.net.ConnectException gone) {
      throw new Failure(texts.text("cli.not-running", data));
    } catch (IOException fault) {
      throw new Failure(texts.text("cli.connection", String.valueOf(fault.getMessage())));
    }
  }

  private Optional<String> session() throws Failure {
    Optional<String> own = read("operator.session").filter(Server::current);
    return own.isPresent() ? own.map(text -> text.lines().findFirst().get()) : read("demo.session");
  }

  /** The second line says until when it is of use. */
  static boolean current(String session) {
    String[] lines = session.split("\\R");
    return lines.length < 2 || Instant.now().getEpochSecond() < Long.parseLong(lines[1].strip());
  }

  private String answer(HttpURLConnection connection) throws IOException, Failure {
    int status = connection.getResponseCode();
    boolean good = status >= 200 && status < 300;
    try (InputStream in = good ? connection.getInputStream() : connection.getErrorStream()) {
      String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (good) {
        return body;
      }
      throw new Failure(sentence(status, body));
    }
  }

  private String sentence(int status, String body) {
    try {
      String message = Answer.of(Json.parse(body)).text("message");
      if (!message.isBlank()) {
        return message;
      }
    } catch (IllegalArgumentException plain) {
      if (!body.isBlank() && !body.contains("<")) {
        return body.strip();
      }
    }
    return texts.text("cli.refused", status);
  }

  private Optional<String> read(String name) throws Failure {
    Path file = data.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      throw new Failure(texts.text("cli.unreadable", file));
    }
  }
}
