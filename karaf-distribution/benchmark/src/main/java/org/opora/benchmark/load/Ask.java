package org.opora.benchmark.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request and what a right answer holds.
 *
 * @param status the right one
 * @param holds what the page, or the location of a redirect, must hold
 */
public record Ask(byte[] request, int status, byte[] holds) {

  public static Ask get(int port, String path, String cookie, int status, String holds) {
    return new Ask(bytes(head("GET", port, path, cookie) + "\r\n"), status, bytes(holds));
  }

  /** As a form of a page is posted; with {@code fragment}, by the script of the page. */
  public static Ask post(
      int port,
      String path,
      String cookie,
      boolean fragment,
      Map<String, String> fields,
      int status,
      String holds) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new Ask(
        bytes(
            head("POST", port, path, cookie)
                + "Origin: http://127.0.0.1:"
                + port
                + "\r\nSec-Fetch-Site: same-origin\r\n"
                + (fragment ? "HX-Request: true\r\n" : "")
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body),
        status,
        bytes(holds));
  }

  private static String head(String method, int port, String path, String cookie) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nAccept: text/html\r\nAccept-Language: cs\r\n"
        + (cookie == null ? "" : "Cookie: " + cookie + "\r\n");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the page holds what it should. */
  boolean heldBy(byte[] page) {
    for (int at = 0; at <= page.length - holds.length; at++) {
      int same = 0;
      while (same < holds.length && page[at + same] == holds[same]) {
        same++;
      }
      if (same == holds.length) {
        return true;
      }
    }
    return false;
  }
}
