package org.opora.web.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;

/**
 * A request and what came back, without a server in between. Whatever the gate asks beyond this
 * fails loudly.
 */
final class Wire {
  private final String method;
  private final String uri;
  private final String query;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Cookie> cookies = new ArrayList<>();
  private byte[] body = new byte[0];
  private boolean secure;
  private String from = "127.0.0.1";
  private boolean broken;
  private long pause;

  final Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  int status;

  Wire(String method, String target) {
    this.method = method;
    int mark = target.indexOf('?');
    this.uri = mark < 0 ? target : target.substring(0, mark);
    this.query = mark < 0 ? null : target.substring(mark + 1);
    headers.put("Host", "127.0.0.1:8443");
    headers.put("Accept-Language", "en");
  }

  static Wire get(String target) {
    return new Wire("GET", target);
  }

  static Wire post(String target, String form) {
    Wire wire =
        new Wire("POST", target).header("Content-Type", "application/x-www-form-urlencoded");
    wire.body = form.getBytes(StandardCharsets.UTF_8);
    return wire.header("Origin", "http://127.0.0.1:8443");
  }

  Wire header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  Wire cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  Wire as(String token) {
    return cookie("opora", token);
  }

  Wire body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /** The body breaks off, or is none. */
  Wire broken() {
    broken = true;
    return this;
  }

  /** A browser that takes its time with every piece. */
  Wire slow(long millis) {
    pause = millis;
    return this;
  }

  Wire secure() {
    secure = true;
    return this;
  }

  /** From another computer. */
  Wire from(String address) {
    from = address;
    return this;
  }

  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, args) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getRequestURI" -> uri;
                  case "getQueryString" -> query;
                  case "getHeader" -> headers.get((String) args[0]);
                  case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                  case "isSecure" -> secure;
                  case "getScheme" -> secure ? "https" : "http";
                  case "getLocalPort" -> 8443;
                  case "getRemoteAddr" -> from;
                  case "getContentType" -> headers.get("Content-Type");
                  case "getContentLengthLong" -> (long) body.length;
                  case "getContentLength" -> body.length;
                  case "getInputStream" -> stream(body, broken);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, args) -> {
              switch (called.getName()) {
                case "setStatus" -> status = (int) args[0];
                case "setHeader" -> answered.put((String) args[0], List.of((String) args[1]));
                case "addHeader" ->
                    answered
                        .computeIfAbsent((String) args[0], name -> new ArrayList<>())
                        .add((String) args[1]);
                case "setContentType" -> answered.put("Content-Type", List.of((String) args[0]));
                case "setContentLength", "setContentLengthLong" ->
                    answered.put("Content-Length", List.of(String.valueOf(args[0])));
                case "isCommitted" -> {
                  return false;
                }
                case "getOutputStream" -> {
                  return sink(out, pause);
                }
                default -> throw new UnsupportedOperationException(called.getName());
              }
              return null;
            });
  }

  String answer(String header) {
    List<String> values = answered.get(header);
    return values == null ? null : String.join("\n", values);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  String text() {
    try {
      byte[] bytes = out.toByteArray();
      return new String(
          "gzip".equals(answer("Content-Encoding"))
              ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
              : bytes,
          StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static ServletInputStream stream(byte[] bytes, boolean broken) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    return new ServletInputStream() {
      @Override
      public int read() throws IOException {
        int next = in.read();
        return next < 0 ? end() : next;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        return count < 0 ? end() : count;
      }

      private int end() throws IOException {
        if (broken) {
          throw new IOException("Early EOF");
        }
        return -1;
      }

      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static ServletOutputStream sink(ByteArrayOutputStream out, long pause) {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (pause > 0) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        }
        out.write(bytes, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
