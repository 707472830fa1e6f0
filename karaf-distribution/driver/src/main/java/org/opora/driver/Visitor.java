package org.opora.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody at the door with a cookie jar, speaking plain HTTP as a browser would. */
public final class Visitor {
  private final String url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param url of the product, without a slash at the end
   */
  public Visitor(String url) {
    this.url = url;
  }

  /** At the door of a product that this class did not start. */
  public static Visitor at(String url) {
    return new Visitor(url);
  }

  /**
   * An answer; redirects are not followed.
   *
   * @param location where to go on, or null
   * @param content as it came, which need not be text
   */
  public record Answer(int status, String location, byte[] content) {
    /** The content as text. */
    public String body() {
      return new String(content, StandardCharsets.UTF_8);
    }

    public Document page() {
      return Jsoup.parse(body());
    }
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  public Answer post(String path, Map<String, List<String>> fields) {
    String body =
        fields.entrySet().stream()
            .flatMap(
                field ->
                    field.getValue().stream()
                        .map(value -> encode(field.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", url)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends what no form of a browser would be: it is refused before anything reads it. */
  public Answer postNothing(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "text/plain")
            .header("Origin", url)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString("nothing")));
  }

  /**
   * Fills the form of a page whose action is given, keeping what it already holds, and sends it.
   */
  public Answer submit(Document page, String action, Map<String, String> typed) {
    Element form = page.selectFirst("form[action=" + action + "]");
    if (form == null) {
      throw new AssertionError("no form for " + action + " on the page " + page.title());
    }
    return submit(form, typed);
  }

  /** The same with this form. */
  public Answer submit(Element form, Map<String, String> typed) {
    return post(form.attr("action"), fields(form, typed));
  }

  /**
   * A file as somebody hands it over.
   *
   * @param field of the form
   * @param name as it is called here
   */
  public record Handed(String field, String name, byte[] content) {}

  /** Fills the form of a page as {@link #submit}, and sends it with a file. */
  public Answer submit(Document page, String action, Map<String, String> typed, Handed file) {
    Element form = page.selectFirst("form[action=" + action + "]");
    if (form == null) {
      throw new AssertionError("no form for " + action + " on the page " + page.title());
    }
    String between = "----opora" + Long.toHexString(System.nanoTime());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, List<String>> fields = fields(form, typed);
    fields.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    body.writeBytes(
                        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n")
                            .formatted(between, name, value)
                            .getBytes(StandardCharsets.UTF_8))));
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(between, file.field(), file.name())
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file.content());
    body.writeBytes(("\r\n--" + between + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(url + form.attr("action")))
            .header("Content-Type", "multipart/form-data; boundary=" + between)
            .header("Origin", url)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static Map<String, List<String>> fields(Element form, Map<String, String> typed) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Element field :
        form.select("input[name]:not([type=file]), select[name], textarea[name]")) {
      value(field)
          .ifPresent(
              value ->
                  fields
                      .computeIfAbsent(field.attr("name"), name -> new java.util.ArrayList<>())
                      .add(value));
    }
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    return fields;
  }

  /** Signs in; fails when the door stays shut. */
  public Visitor signIn(String name, String password) {
    Document page = get("/sign-in").page();
    Answer answer = submit(page, "/sign-in", Map.of("name", name, "password", password));
    if (answer.status() != 303) {
      throw new AssertionError("sign-in of " + name + " answered " + answer.status());
    }
    return this;
  }

  /** The header that shows who this is. */
  public String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(one -> one.getName() + "=" + one.getValue())
        .collect(Collectors.joining("; "));
  }

  private static java.util.Optional<String> value(Element field) {
    return switch (field.normalName()) {
      case "select" ->
          java.util.Optional.ofNullable(field.selectFirst("option[selected]"))
              .or(() -> java.util.Optional.ofNullable(field.selectFirst("option")))
              .map(option -> option.attr("value"));
      case "textarea" -> java.util.Optional.of(field.wholeText());
      default ->
          List.of("checkbox", "radio").contains(field.attr("type")) && !field.hasAttr("checked")
              ? java.util.Optional.empty()
              : java.util.Optional.of(
                  field.hasAttr("value") || !field.attr("type").equals("checkbox")
                      ? field.attr("value")
                      : "on");
    };
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(null),
          response.body());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
