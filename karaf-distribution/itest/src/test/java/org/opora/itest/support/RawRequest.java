package org.opora.itest.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes sent as they are, and what comes back: no client would send most of this.
 *
 * @param status 0 when the connection was closed without a word
 * @param headers by name in lower case
 * @param whole the answer as it came
 */
public record RawRequest(int status, Map<String, String> headers, String whole) {
  private static final int PATIENCE_MILLIS = 20_000;

  public static RawRequest send(int port, String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
      } catch (SocketException answeredBefore) {
        // Too long a request is answered before all of it has come.
      }
      return parsed(read(socket.getInputStream()));
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException closed) {
      // What came before counts.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static RawRequest parsed(String whole) {
    if (!whole.startsWith("HTTP/1.1 ")) {
      return new RawRequest(0, Map.of(), whole);
    }
    Map<String, String> headers = new TreeMap<>();
    String[] lines = whole.split("\r\n\r\n", 2)[0].split("\r\n");
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(":", 2);
      headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (a, b) -> a + "\n" + b);
    }
    return new RawRequest(Integer.parseInt(lines[0].substring(9, 12)), headers, whole);
  }
}
